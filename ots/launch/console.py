"""What the launcher writes on the screen."""

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

GREEN, RED, BOLD = "32", "31", "1"
PREFIX_COLOURS = ("36", "33", "35", "34", "32")

_writing = threading.RLock()


def colourful() -> bool:
    """Return true when the screen is a terminal that was not asked to be plain."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def paint(text: str, colour: str) -> str:
    """Return the text in the colour, or plain where there are none."""
    return f"\033[{colour}m{text}\033[0m" if colourful() else text


def say(text: str = "", *, end: str = "\n") -> None:
    """Write a line at once; lines of several threads do not mix."""
    with _writing:
        sys.stdout.write(text + end)
        sys.stdout.flush()


@contextmanager
def step(name: str, *, noisy: bool = False) -> Iterator[None]:
    """Name a step while it runs and give its seconds when it ends well."""
    say(f"{name} … ", end="\n" if noisy else "")
    started = time.monotonic()
    try:
        yield
    except BaseException:
        say("" if noisy else "stopped")
        raise
    seconds = paint(f"{time.monotonic() - started:.1f} s", GREEN)
    say(f"{name}: {seconds}" if noisy else seconds)
