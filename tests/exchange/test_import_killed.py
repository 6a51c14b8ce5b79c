"""An import killed by the machine, in a database of its own that real processes share."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from psycopg import sql

import ots.exchange.demo

HUNDRED = Path(ots.exchange.demo.__file__).parent / "broward"
SECONDS_TO_WAIT = 60
TABLES = (
    "offenders_person",
    "offenders_courtcase",
    "offenders_charge",
    "offenders_custodyperiod",
    "offenders_movement",
    "supervision_riskassessment",
    "exchange_importedrow",
)


class Scratch:
    """A database apart, and the commands run on it."""

    def __init__(self, url: str) -> None:
        """Keep where it is."""
        self._environment = {**os.environ, "DATABASE_URL": url}
        self.database = psycopg.connect(url, autocommit=True)

    def start(self, *words: str) -> "subprocess.Popen[str]":
        """Start a command of manage.py."""
        return subprocess.Popen(
            [sys.executable, "manage.py", *words],
            cwd=settings.ROOT,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, *words: str) -> tuple[int, str]:
        """Run a command to its end; returns its status and what it said."""
        process = self.start(*words)
        said, _ = process.communicate(timeout=SECONDS_TO_WAIT)
        return process.returncode, said

    def count(self, table: str) -> int:
        """Count the rows of a table."""
        query = sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))
        row = self.database.execute(query).fetchone()
        return row[0] if row else 0

    def kill_after(self, rows: int, process: "subprocess.Popen[str]") -> None:
        """Kill the import as soon as it has loaded so many rows."""
        deadline = time.monotonic() + SECONDS_TO_WAIT
        while self.count("exchange_importedrow") < rows:
            assert process.poll() is None, process.communicate()[0]
            assert time.monotonic() < deadline, "the import loaded nothing"
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
        process.communicate()


@pytest.fixture
def scratch(db: None) -> Iterator[Scratch]:
    """A database with our tables and nothing in them, dropped afterwards."""
    url, _, query = os.environ["DATABASE_URL"].partition("?")
    # Named after the test database, so that tests in parallel do not meet.
    name = f"{connection.settings_dict['NAME']}_killed"
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        server.execute(f"CREATE DATABASE {name}")
        made = Scratch(f"{url.rpartition('/')[0]}/{name}?{query}")
        status, said = made.run("migrate", "--no-input", "--verbosity", "0")
        assert status == 0, said
        yield made
        made.database.close()
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_an_import_killed_twice_ends_as_one_that_was_not(scratch: Scratch) -> None:
    for rows in (60, 700):
        scratch.kill_after(rows, scratch.start("import_broward", str(HUNDRED), "--rows", "5"))
    killed_at = scratch.count("exchange_importedrow")
    status, said = scratch.run("import_broward", str(HUNDRED))
    assert status == 0
    assert "An earlier import was interrupted; this one went on where it stopped." in said
    assert killed_at < 1665
    assert [scratch.count(table) for table in TABLES] == [100, 214, 230, 923, 1815, 198, 1665]
