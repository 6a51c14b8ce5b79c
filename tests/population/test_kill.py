"""A run that is killed leaves whole chunks and no process behind."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

import ots
from offenders.models import Person

CHUNK = 50
PATIENCE_SECONDS = 180
ROOT = Path(ots.__file__).parents[1]


def wait_until(holds):
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not holds():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


def clients() -> set[int]:
    """Return who is connected; the server's own vacuum of what was written may go on a while."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid FROM pg_stat_activity "
            "WHERE datname = current_database() AND backend_type = 'client backend'"
        )
        return {pid for (pid,) in cursor.fetchall()}


@pytest.fixture
def killed_run(transactional_db: None) -> Iterator[None]:
    """A run on two processes, killed after its first chunks."""
    where = connection.settings_dict
    address = (
        f"postgresql://{where['USER']}:{where['PASSWORD']}@{where['HOST']}:{where['PORT']}"
        f"/{where['NAME']}"
    )
    before = clients()
    command = [sys.executable, "manage.py", "generate_population", "20000", f"--chunk={CHUNK}"]
    run = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": address},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_until(lambda: Person.objects.count() >= 2 * CHUNK)
    finally:
        run.kill()
        run.wait()
    wait_until(lambda: clients() <= before)
    yield


def test_a_killed_run_leaves_no_process_and_whole_chunks(killed_run):
    assert Person.objects.count() % CHUNK == 0
    # Names are written last.
    assert not Person.objects.filter(personname_set=None).exists()
