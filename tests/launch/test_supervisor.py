"""Real processes side by side: their lines are shown, and one that dies ends the rest."""

import os
import time

import pytest

from ots.launch import children
from ots.launch.children import Command
from ots.launch.errors import LaunchError
from ots.launch.servers import Served
from ots.launch.supervisor import Supervisor

SECONDS = 60


def shell(name, script):
    return Command(name, ("sh", "-c", script))


@pytest.fixture
def supervise():
    started = []

    def start(*commands, served=()):
        supervisor = Supervisor(list(commands), list(served))
        started.append(supervisor)
        supervisor.start()
        return supervisor

    yield start
    for supervisor in started:
        supervisor.stop()


def until(condition):
    deadline = time.monotonic() + SECONDS
    while not (met := condition()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return met


def test_each_line_stands_behind_the_name_of_its_process(supervise, capsys):
    supervisor = supervise(shell("web", "echo hello; sleep 60"), shell("worker", "sleep 60"))
    assert until(lambda: supervisor.children[0].last_lines)
    assert until(lambda: "web    | hello\n" in capsys.readouterr().out)


def test_a_process_that_dies_is_named_with_its_last_lines(supervise):
    supervisor = supervise(shell("worker", "echo no broker; exit 7"), shell("web", "sleep 60"))
    with pytest.raises(LaunchError, match=r"\[worker\] .*exit code \[7\].*\nno broker"):
        supervisor.watch()


def test_a_process_that_is_killed_is_named_with_its_signal(supervise):
    supervisor = supervise(shell("web", "kill -KILL $$"))
    with pytest.raises(LaunchError, match=r"\[web\] .*\[SIGKILL\]"):
        supervisor.watch()


def test_a_server_that_dies_is_named_with_the_end_of_its_log(supervise, tmp_path):
    log = tmp_path / "postgres.log"
    command = shell("postgres", "echo out of disk; exit 1")
    served = Served(command, children.start_logged(command, log), log)
    supervisor = supervise(shell("web", "sleep 60"), served=[served])
    with pytest.raises(LaunchError, match=r"\[postgres\] .*\nout of disk"):
        supervisor.watch()


def test_stopping_ends_every_process(supervise):
    supervisor = supervise(shell("web", "sleep 60"), shell("worker", "sleep 60"))
    supervisor.stop()
    assert all(child.process.returncode is not None for child in supervisor.children)


def test_processes_are_stopped_at_the_same_time(supervise):
    slow = "trap 'sleep 1; exit' TERM; echo ready; while true; do sleep 0.05; done"
    # One after the other they took eight seconds; a busy machine may add some to the one.
    supervisor = supervise(*(shell(f"slow {number}", slow) for number in range(8)))
    assert until(lambda: all(child.last_lines for child in supervisor.children))
    started = time.monotonic()
    supervisor.stop()
    assert time.monotonic() - started < 7


def test_no_descriptor_is_left_open(supervise):
    before = len(os.listdir("/proc/self/fd"))
    supervisor = supervise(shell("web", "true"), shell("worker", "true"))
    supervisor.stop()
    assert until(lambda: len(os.listdir("/proc/self/fd")) <= before)
