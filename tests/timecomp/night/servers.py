"""PostgreSQL, a broker and workers of a test's own, to be killed and started again."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from celery import Celery
from psycopg import sql

from ots.launch import broker, children, postgres
from ots.launch.children import Command
from ots.launch.ports import free_port

PASSWORD = "of-this-test-alone"  # noqa: S105  servers on this machine, for some seconds
SEED = "ots"
PEOPLE = 120
PEOPLE_IN_A_STRETCH = 4
SECONDS_TO_WAIT = 120.0
SECONDS_BETWEEN_LOOKS = 0.05
SECONDS_BETWEEN_BEATS = 1.0
# A commit that was answered is kept when the server is killed; a power cut is not tried here.
SETTINGS = (*postgres.DURABLE, "fsync=off")
WORKER = ("worker", "--concurrency=2", "--loglevel=warning", "--without-gossip", "--without-mingle")

Rows = list[tuple[object, ...]]


@dataclass
class Process:
    """A server or worker that is started, killed with everything it started, and started again."""

    command: Callable[[], Command]
    ready: Callable[["subprocess.Popen[bytes]", Path], None]
    log: Path
    last_signal: signal.Signals = signal.SIGKILL
    running: "subprocess.Popen[bytes] | None" = None

    def start(self) -> None:
        """Start it and return when it answers."""
        self.running = children.start_logged(self.command(), self.log)
        self.ready(self.running, self.log)

    def kill(self) -> None:
        """Kill it without a word of warning."""
        if self.running is not None:
            os.killpg(self.running.pid, self.last_signal)
            self.running.wait()
            self.running = None


@dataclass
class Night:
    """The servers of one test, and the questions it asks of what they hold."""

    folder: Path
    cluster: postgres.Cluster
    ports: dict[str, int] = field(default_factory=dict)
    processes: dict[str, Process] = field(default_factory=dict)
    database: str = SEED
    copies: int = 0

    @property
    def environment(self) -> dict[str, str]:
        """Return what a process of the project needs to work here."""
        return {
            "DATABASE_URL": self.url,
            "REDIS_URL": broker.url(self.ports["broker"], PASSWORD),
            "DJANGO_SETTINGS_MODULE": "ots.settings.test",
            "SECRET_KEY": PASSWORD,
            "NIGHTLY_PEOPLE_IN_A_STRETCH": str(PEOPLE_IN_A_STRETCH),
            "NIGHTLY_SUMMARY_TO": "clerks@example.gov",
        }

    @property
    def url(self) -> str:
        """Return the address of the database in use."""
        return self.cluster.url(self.ports["postgres"]).rsplit("/", 1)[0] + f"/{self.database}"

    def manage(self, *words: str) -> str:
        """Run a command of the project to its end."""
        done = subprocess.run(  # noqa: S603  our own program with words of our own
            [sys.executable, "manage.py", *words],
            env={**os.environ, **self.environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def copy_of_seed(self) -> None:
        """Use a new database that begins as the seed."""
        self.copies += 1
        name = f"copy_{self.copies}"
        self.database = "postgres"
        with psycopg.connect(self.url, autocommit=True) as admin:
            admin.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                    sql.Identifier(name), sql.Identifier(SEED)
                )
            )
        self.database = name

    def ask(self, question: str) -> Rows:
        """Return the rows that answer the question."""
        with closing(psycopg.connect(self.url, autocommit=True)) as connection:
            return connection.execute(question.encode()).fetchall()

    def send(self, task: str) -> None:
        """Send a task as the scheduler does."""
        with Celery(broker=self.environment["REDIS_URL"]) as sender:
            sender.send_task(task, ignore_result=True)

    def chunks_done(self) -> int:
        """Count the stretches that are done."""
        [(done,)] = self.ask("SELECT count(finished_at) FROM timecomp_nightlychunk")
        return int(str(done))

    def waiting(self) -> int:
        """Count the stretches that nobody has done."""
        [(waiting,)] = self.ask(
            "SELECT count(*) FROM timecomp_nightlychunk WHERE finished_at IS NULL"
        )
        return int(str(waiting))

    def wait_until(self, is_so: Callable[[], bool], what: str) -> None:
        """Return when it is so; fail with its name when it never is."""
        deadline = time.monotonic() + SECONDS_TO_WAIT
        while not is_so():
            assert time.monotonic() < deadline, f"It never came to this: {what}."
            time.sleep(SECONDS_BETWEEN_LOOKS)

    def wait_for_the_end(self) -> None:
        """Let the scheduler's minute task look after the run until it is finished."""
        deadline = time.monotonic() + SECONDS_TO_WAIT
        while not self.ask("SELECT 1 FROM timecomp_nightlyrun WHERE state = 'finished'"):
            assert time.monotonic() < deadline, self.ask("SELECT * FROM timecomp_nightlyrun")
            self.send("timecomp.tasks.keep_the_night_going")
            time.sleep(SECONDS_BETWEEN_BEATS)


def serve_postgres(night: Night) -> Process:
    """Return the database server, not yet started."""
    port = night.ports["postgres"] = free_port()
    return Process(
        command=lambda: postgres.server(night.cluster, port),
        ready=lambda process, log: postgres.wait_until_ready(night.cluster, port, process, log),
        log=night.folder / "postgres.log",
        # The server and all its processes drop everything at once and leave recovery to the start.
        last_signal=signal.SIGQUIT,
    )


def serve_broker(night: Night) -> Process:
    """Return the broker, not yet started; it keeps nothing when it is killed."""
    port = night.ports["broker"] = free_port()
    return Process(
        command=lambda: broker.server(
            night.folder / "broker", port=port, password=PASSWORD, durable=False
        ),
        ready=lambda process, log: broker.wait_until_ready(port, process, log),
        log=night.folder / "broker.log",
    )


def work_on(night: Night) -> Process:
    """Return a worker with two processes, not yet started."""
    words = (sys.executable, "-m", "celery", "-A", "ots", *WORKER)
    return Process(
        command=lambda: Command("worker", words, environment=night.environment),
        ready=lambda _process, _log: None,
        log=night.folder / "worker.log",
    )
