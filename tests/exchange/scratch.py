"""A database apart, on which real processes run that can be killed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from django.conf import settings
from django.db import connection
from psycopg import sql

SECONDS_TO_WAIT = 300


class Scratch:
    """A database apart, and the commands run on it."""

    def __init__(self, url: str) -> None:
        """Keep where it is."""
        self._environment = {
            **os.environ,
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "ots.settings.local",
        }
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

    def wait_for(self, rows: int, table: str, process: "subprocess.Popen[str]") -> None:
        """Wait until the table has so many rows."""
        deadline = time.monotonic() + SECONDS_TO_WAIT
        while self.count(table) < rows:
            assert process.poll() is None, process.communicate()[0]
            assert time.monotonic() < deadline, f"{table} stayed at {self.count(table)} rows"
            time.sleep(0.01)

    def kill_after(self, rows: int, table: str, process: "subprocess.Popen[str]") -> None:
        """Kill the process as soon as the table has so many rows."""
        self.wait_for(rows, table, process)
        process.send_signal(signal.SIGKILL)
        process.communicate()

    def cut_off_others(self) -> None:
        """End the connections of everybody else to this database."""
        self.database.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@contextmanager
def scratch_database() -> Iterator[Scratch]:
    """Make a database with our tables and nothing in them, and drop it afterwards."""
    url, _, query = os.environ["DATABASE_URL"].partition("?")
    # Named after the test database, so that tests in parallel do not meet.
    name = f"{connection.settings_dict['NAME']}_scratch"
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        server.execute(f"CREATE DATABASE {name}")
        made = Scratch(f"{url.rpartition('/')[0]}/{name}?{query}")
        status, said = made.run("migrate", "--no-input", "--verbosity", "0")
        assert status == 0, said
        yield made
        made.database.close()
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")
