"""``python -m ots.launch VERB``: what the Makefile calls once the virtual environment stands."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from types import FrameType

from ots.launch import checks, frontend, locks, postgres, servers, website
from ots.launch.console import RED, paint, say
from ots.launch.errors import LaunchError
from ots.launch.paths import HERE
from ots.launch.single import Run

Verb = Callable[[Sequence[str]], None]


def main(words: Sequence[str]) -> int:
    """Do what the first word says and return the exit code."""
    verb = VERBS.get(words[0] if words else "")
    if verb is None:
        say(f"Give one of: {', '.join(VERBS)}.")
        return 2
    _stop_politely()
    try:
        verb(words[1:])
    except KeyboardInterrupt:
        say("Stopped.")
        return 0 if verb is _run else 130
    except LaunchError as error:
        say(paint(str(error), RED))
        return 1
    return 0


def _stop_politely() -> None:
    """Treat being told to end, or losing the terminal, like Ctrl-C."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    signal.signal(signal.SIGINT, _interrupt)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    """Interrupt once; the stop that follows is bounded in time and is let finish."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    say("\nStopping …")
    raise KeyboardInterrupt


def _run(_words: Sequence[str]) -> None:
    website.run(HERE)


def _manage(words: Sequence[str]) -> None:
    """Run one of Django's commands on the servers of the run that lives, or on its own."""
    if not words:
        raise LaunchError("Name a command of manage.py, such as: make manage CMD=check")
    served = Run(HERE.local).environment()
    if served:
        _interactive(served, words)
        return
    with Run(HERE.local).alone(), servers.servers(HERE.local, durable=True) as running:
        environment = {**running.environment, **website.django_settings("local")}
        _interactive(environment, words)


def _interactive(environment: dict[str, str], words: Sequence[str]) -> None:
    """Run a command that may ask questions, so it keeps the terminal."""
    done = subprocess.run(
        [HERE.python, "manage.py", *words],
        cwd=HERE.root,
        env={**os.environ, **environment},
        check=False,
    )
    if done.returncode != 0:
        raise LaunchError(f"[manage.py {words[0]}] ended with exit code [{done.returncode}].")


def _check(group: str) -> Verb:
    return lambda _words: checks.check_groups(HERE, [group])


def _clean(_words: Sequence[str]) -> None:
    """Remove what was made, but not the demonstration's data."""
    with Run(HERE.local).alone():
        leavings = ("test", "frontend", "log", "uv")
        for folder in (
            *(HERE.local / name for name in leavings),
            *(HERE.vendor, HERE.root / "staticfiles", HERE.root / "htmlcov"),
            *HERE.root.glob(".*_cache"),
            *(HERE.root / ".hypothesis", HERE.root / ".venv"),
        ):
            shutil.rmtree(folder, ignore_errors=True)
    say("Removed the environment, assets and caches. 'make clean-data' removes the data too.")


def _clean_data(_words: Sequence[str]) -> None:
    """Remove the demonstration's database, queue and secrets."""
    with Run(HERE.local).alone():
        postgres.discard(HERE.local)
        for name in ("broker", "media"):
            shutil.rmtree(HERE.local / name, ignore_errors=True)
        for kept in (HERE.local / "secrets.json", *HERE.local.glob("celerybeat-schedule*")):
            kept.unlink(missing_ok=True)
    say("Removed the demonstration's data. The next 'make run' makes it anew.")


VERBS: dict[str, Verb] = {
    "run": _run,
    "test": lambda words: checks.test(HERE, words),
    "pytest": lambda words: checks.test(HERE, words, only_pytest=True),
    "lint": _check("lint"),
    "types": _check("types"),
    "imports": _check("imports"),
    "compose-check": _check("compose-check"),
    "assets": lambda _words: frontend.install(HERE),
    "manage": _manage,
    "lock": lambda _words: locks.write(HERE),
    "clean": _clean,
    "clean-data": _clean_data,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
