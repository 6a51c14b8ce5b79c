"""No process outlives the launcher, and a failing one is heard."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ots.launch import children
from ots.launch.children import Command
from ots.launch.errors import LaunchError
from ots.launch.paths import HERE

SECONDS = 60
PARENT = """
import sys
from ots.launch import children
from ots.launch.children import Command
process = children.start(Command("sleeper", ("sleep", "60")), 2)
print(process.pid, flush=True)
process.wait()
"""
STUBBORN = "trap '' TERM; echo ready; while true; do sleep 0.1; done"
WITH_GRANDCHILD = "sleep 60 & echo $!; wait"


def is_alive(process):
    try:
        state = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def ends(process):
    deadline = time.monotonic() + SECONDS
    while is_alive(process) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not is_alive(process)


def test_a_child_ends_when_its_launcher_is_killed():
    words = [sys.executable, "-c", PARENT]
    with subprocess.Popen(words, cwd=HERE.root, stdout=subprocess.PIPE) as launcher:
        child = int(launcher.stdout.readline())
        assert is_alive(child)
        launcher.kill()
    assert ends(child)


def test_a_child_that_will_not_stop_is_killed():
    ours, theirs = os.pipe()
    process = children.start(Command("stubborn", ("sh", "-c", STUBBORN)), theirs)
    os.close(theirs)
    with os.fdopen(ours) as lines:
        lines.readline()
        children.ask_to_stop(process, signal.SIGTERM)
        children.end(process, seconds=0.3)
    assert process.returncode == -signal.SIGKILL


def test_what_a_child_started_ends_with_it():
    ours, theirs = os.pipe()
    process = children.start(Command("parent", ("sh", "-c", WITH_GRANDCHILD)), theirs)
    os.close(theirs)
    with os.fdopen(ours) as lines:
        grandchild = int(lines.readline())
        children.ask_to_stop(process, signal.SIGTERM)
        children.end(process)
    assert ends(grandchild)


def test_a_failed_command_is_told_with_its_last_lines(tmp_path):
    command = Command("import", ("sh", "-c", "echo the disk is full; exit 3"))
    with pytest.raises(LaunchError, match=r"\[import\] .* \[3\]\.\nthe disk is full"):
        children.run(command, log=tmp_path / "import.log")


def test_a_command_sees_the_environment_it_was_given(tmp_path):
    log = tmp_path / "log"
    children.run(Command("echo", ("sh", "-c", "echo $WORD"), {"WORD": "given"}), log=log)
    assert log.read_text() == "given\n"
