import os
import subprocess
import sys

import pytest

from ots.launch.errors import LaunchError
from ots.launch.paths import HERE
from ots.launch.single import Notice, Run

HOLD = """
import sys, time
from pathlib import Path
from ots.launch.single import Notice, Run
run = Run(Path(sys.argv[1]))
with run.alone():
    run.tell(Notice(address="http://localhost:8123/", environment={"DATABASE_URL": "told"}))
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def other_run(tmp_path):
    words = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(words, cwd=HERE.root, stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        yield process
        process.kill()


def test_a_second_run_is_told_where_the_first_is_and_how_to_stop_it(tmp_path, other_run):
    expected = rf"at http://localhost:8123/ \(process {other_run.pid}\).*kill {other_run.pid}"
    with pytest.raises(LaunchError, match=expected), Run(tmp_path).alone():
        pass


def test_the_addresses_of_a_living_run_can_be_used(tmp_path, other_run):
    assert Run(tmp_path).environment() == {"DATABASE_URL": "told"}


def test_a_killed_run_does_not_stand_in_the_way(tmp_path, other_run):
    other_run.kill()
    other_run.wait()
    with Run(tmp_path).alone():
        assert Run(tmp_path).told().process == os.getpid()


def test_a_killed_run_serves_nothing(tmp_path, other_run):
    other_run.kill()
    other_run.wait()
    assert Run(tmp_path).environment() == {}


def test_only_the_owner_may_read_what_a_run_tells(tmp_path):
    run = Run(tmp_path)
    with run.alone():
        run.tell(Notice(environment={"DATABASE_URL": "with a password"}))
        assert (tmp_path / "run.json").stat().st_mode & 0o777 == 0o600


def test_a_run_that_ended_well_leaves_no_notice(tmp_path):
    with Run(tmp_path).alone():
        pass
    assert not (tmp_path / "run.json").exists()
