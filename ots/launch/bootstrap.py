"""Makes the virtual environment with the standard library alone, then hands over to the launcher.

Run by path, before anything is installed: it imports nothing of ours. A second run with the same
lock only compares a digest.
"""

import fcntl
import os
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from shutil import which

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "ots" / "deploy" / "requirements" / "local.lock"
LOCAL = ROOT / ".local"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed"
LINES_SHOWN = 25


def main(words: list[str]) -> None:
    """Make what is missing and become ``python -m ots.launch`` with the same words."""
    if sys.version_info < OLDEST_PYTHON:
        sys.exit(f"OTS needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    os.chdir(ROOT)
    if _wanted_stamp() != _stamp():
        with _alone():
            prepare()
    os.execv(PYTHON, [str(PYTHON), "-m", "ots.launch", *words])


def prepare() -> None:
    """Bring the virtual environment to the state that the lock describes."""
    wanted, found = _wanted_stamp(), _stamp()
    if wanted == found:
        return
    STAMP.unlink(missing_ok=True)
    # An environment without a stamp was left half made: pip would take its broken parts for whole.
    if found[:1] != wanted[:1]:
        _require_ensurepip()
        _run(
            "Making the virtual environment",
            [sys.executable, "-m", "venv", "--clear", str(VENV)],
        )
    count = sum(1 for line in LOCK.read_text().splitlines() if "==" in line.split(" ")[0])
    _run(
        f"Installing {count} Python packages (a minute or two the first time)",
        [
            *(str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check"),
            *("--no-input", "--progress-bar=off", "--no-deps", "--require-hashes"),
            *("--requirement", str(LOCK)),
        ],
    )
    STAMP.write_text("\n".join(wanted))


def _wanted_stamp() -> list[str]:
    return [f"{VENV} {sysconfig.get_python_version()}", sha256(LOCK.read_bytes()).hexdigest()]


def _stamp() -> list[str]:
    return STAMP.read_text().split("\n") if STAMP.exists() and PYTHON.exists() else []


@contextmanager
def _alone() -> Iterator[None]:
    """Let one set-up at a time change the environment; the kernel frees the lock of a dead one."""
    LOCAL.mkdir(exist_ok=True)
    with (LOCAL / "setup.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            _say("Waiting for another set-up of this checkout to finish …\n")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _require_ensurepip() -> None:
    """Debian leaves ensurepip out of Python; fetch it when that is allowed, else say its name."""
    if find_spec("ensurepip"):
        return
    package = f"python{sysconfig.get_python_version()}-venv"
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    may_install = which("apt-get") and (not sudo or _succeeds([*sudo, "true"]))
    if may_install:
        _run("Reading Debian's package lists", [*sudo, "apt-get", "update", "-q"])
        _run(f"Installing {package}", [*sudo, "apt-get", "install", "-q", "-y", package])
        return
    sys.exit(f"Python's ensurepip is missing. Install it with: apt-get install {package}")


def _succeeds(words: list[str]) -> bool:
    try:
        return subprocess.run(words, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def _run(name: str, words: list[str]) -> None:
    _say(f"{name} … ")
    started = time.monotonic()
    done = subprocess.run(
        words,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
    )
    if done.returncode != 0:
        said = "\n".join(done.stdout.splitlines()[-LINES_SHOWN:])
        sys.exit(
            f"failed.\n{said}\n\n{name} failed; the reason is above. Running this again is safe."
        )
    _say(f"{time.monotonic() - started:.1f} s\n")


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit("\nStopped. Run it again to go on.")
