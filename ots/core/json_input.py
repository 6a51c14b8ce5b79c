"""Reading a JSON document named on the command line; every failure is one clear line."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from django.core.management.base import CommandError

Parsed = TypeVar("Parsed")
CANNOT_BE_READ = 2


def read_document(path: str, parse: Callable[[object], Parsed]) -> Parsed:
    """Return what ``parse`` makes of the file (``-`` is standard input).

    A file that is missing, no UTF-8, no JSON or no such document ends the command with status 2
    and one line that names the place; ``parse`` raises ``ValueError`` for the last of these.
    """
    try:
        return parse(json.loads(_text(path)))
    except OSError as error:
        reason = f"cannot be read: {error.strerror}."
    except UnicodeDecodeError as error:
        reason = f"is not UTF-8 text (byte {error.start})."
    except json.JSONDecodeError as error:
        reason = f"is not JSON: {error.msg} at line {error.lineno}, column {error.colno}."
    except RecursionError:
        reason = "is nested too deeply to be read."
    except ValueError as error:
        reason = str(error)
    one_line = " ".join(reason.split())
    raise CommandError(f"[{path}] {one_line}", returncode=CANNOT_BE_READ)


def _text(path: str) -> str:
    content = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    return content.decode("utf-8-sig")
