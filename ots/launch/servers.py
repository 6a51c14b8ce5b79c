"""PostgreSQL and the broker for one run: the machine's own addresses, or servers started here."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from ots.launch import broker, children, postgres
from ots.launch.children import Command
from ots.launch.console import say, step
from ots.launch.errors import LaunchError
from ots.launch.ports import answers, free_port
from ots.launch.secret_store import Secrets, secrets_of

DEFAULT_PORTS = {"DATABASE_URL": 5432, "REDIS_URL": 6379}
# Where the database is named: the address of the owner of its tables, if the site is not that.
OWNER = "OWNER_DATABASE_URL"
# For commands that make the role of the site: the address by which the site connects.
APPLICATION = "APP_DATABASE_URL"


@dataclass(frozen=True)
class Served:
    """A server that this launcher started."""

    command: Command
    process: "subprocess.Popen[bytes]"
    log: Path


@dataclass
class Servers:
    """The addresses for Django, and the servers behind those that were started here.

    With ``environment`` a command owns the tables; the site has ``application`` on top of it.
    """

    environment: dict[str, str]
    application: dict[str, str] = field(default_factory=dict)
    started: list[Served] = field(default_factory=list)


@contextmanager
def servers(local: Path, *, durable: bool) -> Iterator[Servers]:
    """Yield working servers and stop, at the end, those that were started here.

    ``DATABASE_URL`` and ``REDIS_URL`` name servers that run already; one that is not named is
    started with its data in the folder. Those that are not durable trade safety for speed.
    """
    secrets = secrets_of(local)
    with ExitStack() as stack:
        running = Servers({"SECRET_KEY": os.environ.get("SECRET_KEY", secrets.django)})
        for name, start in (("DATABASE_URL", _postgres), ("REDIS_URL", _broker)):
            given = os.environ.get(name)
            if given:
                _require_answer(name, given)
                running.environment[name] = given
                if name == "DATABASE_URL" and os.environ.get(OWNER):
                    _divide(running, owner=os.environ[OWNER], application=given)
            else:
                stack.enter_context(start(local, secrets, running, durable=durable))
        yield running


def _divide(running: Servers, *, owner: str, application: str) -> None:
    """Let commands own the tables, and the site not."""
    running.environment |= {"DATABASE_URL": owner, APPLICATION: application}
    running.application["DATABASE_URL"] = application


def _require_answer(name: str, url: str) -> None:
    parts = urlsplit(url)
    if not parts.hostname:
        return  # A socket in the file system: the server's own client tells what is wrong.
    port = parts.port or DEFAULT_PORTS[name]
    if not answers(parts.hostname, port):
        message = (
            f"Nothing answers at [{parts.hostname}:{port}], which {name} names. "
            f"Start that server, correct {name}, or unset it to have one started here."
        )
        raise LaunchError(message)


@contextmanager
def _postgres(local: Path, secrets: Secrets, running: Servers, *, durable: bool) -> Iterator[None]:
    settings = postgres.DURABLE if durable else postgres.THROW_AWAY
    log = local / "log" / "postgres.log"
    with ExitStack() as stack:
        with step("Starting PostgreSQL"):
            if not durable:
                postgres.discard(local)
            cluster = postgres.cluster(local, password=secrets.postgres, settings=settings)
            port = free_port()
            served = stack.enter_context(_serving(postgres.server(cluster, port), log))
            postgres.wait_until_ready(cluster, port, served.process, log)
        if not cluster.home.is_relative_to(local):
            say(f"  (this checkout is closed to others: its data is in {cluster.home})")
        application = cluster.application_url(port, secrets.application)
        _divide(running, owner=cluster.url(port), application=application)
        running.started.append(served)
        yield


@contextmanager
def _broker(local: Path, secrets: Secrets, running: Servers, *, durable: bool) -> Iterator[None]:
    log = local / "log" / "broker.log"
    port = free_port()
    command = broker.server(local / "broker", port=port, password=secrets.broker, durable=durable)
    with ExitStack() as stack:
        with step(f"Starting {Path(command.words[0]).name}"):
            served = stack.enter_context(_serving(command, log))
            broker.wait_until_ready(port, served.process, log)
        running.environment["REDIS_URL"] = broker.url(port, secrets.broker)
        running.started.append(served)
        yield


@contextmanager
def _serving(command: Command, log: Path) -> Iterator[Served]:
    log.unlink(missing_ok=True)
    process = children.start_logged(command, log)
    try:
        yield Served(command, process, log)
    finally:
        children.ask_to_stop(process, command.stop_signal)
        children.end(process, seconds=postgres.SECONDS_TO_STOP)
