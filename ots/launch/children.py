"""Processes that cannot outlive the launcher, however it ends."""

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from ots.launch.accounts import Account
from ots.launch.errors import LaunchError
from ots.launch.paths import HERE

SECONDS_TO_STOP = 10.0
LINES_SHOWN = 15


@dataclass(frozen=True)
class Command:
    """A command to run: what it is called on screen, its words, and how it is asked to stop."""

    name: str
    words: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    account: Account | None = None
    stop_signal: signal.Signals = signal.SIGTERM
    folder: Path = HERE.root


def start(command: Command, output: int) -> "subprocess.Popen[bytes]":
    """Start the command in a session of its own, its output written to the descriptor.

    A session of its own, so that Ctrl-C reaches the launcher alone, which then stops its children
    in order. The kernel is told to stop the child when the launcher dies without doing so.
    """
    account = command.account
    return subprocess.Popen(
        [*_tether(command.stop_signal), *command.words],
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        cwd=command.folder if account is None else "/",
        env={**os.environ, **command.environment},
        user=account.uid if account else None,
        group=account.gid if account else None,
        extra_groups=[] if account else None,
        start_new_session=True,
    )


def _tether(stop_signal: signal.Signals) -> tuple[str, ...]:
    setpriv = shutil.which("setpriv")
    return (setpriv, "--pdeathsig", stop_signal.name.removeprefix("SIG")) if setpriv else ()


def ask_to_stop(process: "subprocess.Popen[bytes]", stop_signal: signal.Signals) -> None:
    """Send the signal to a process that still runs."""
    if process.poll() is None:
        with suppress(ProcessLookupError):
            process.send_signal(stop_signal)


def end(process: "subprocess.Popen[bytes]", *, seconds: float = SECONDS_TO_STOP) -> None:
    """Wait for a process that was asked to stop, then end what is left of its session."""
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=seconds)
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def start_logged(command: Command, log: Path) -> "subprocess.Popen[bytes]":
    """Start the command with its output added to the log file."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        return start(command, output.fileno())


def last_lines(log: Path, count: int = LINES_SHOWN) -> str:
    """Return the end of a log, for a message about what went wrong."""
    if not log.exists():
        return ""
    return "\n".join(log.read_text(errors="replace").splitlines()[-count:])


def run(command: Command, *, log: Path | None = None) -> None:
    """Run the command to its end; raise with its last lines, or its name, when it fails."""
    if log is None:
        code = _finish(start(command, 1), command)
        detail = ""
    else:
        log.unlink(missing_ok=True)
        code = _finish(start_logged(command, log), command)
        detail = "\n" + last_lines(log)
    if code != 0:
        raise LaunchError(f"[{command.name}] failed with exit code [{code}].{detail}")


def succeeds(command: Command) -> bool:
    """Return true when the command, run without a word on the screen, ends well."""
    with open(os.devnull, "wb") as nowhere:
        return _finish(start(command, nowhere.fileno()), command) == 0


def _finish(process: "subprocess.Popen[bytes]", command: Command) -> int:
    try:
        return process.wait()
    finally:
        ask_to_stop(process, command.stop_signal)
        end(process)
