"""Under which circumstances something happens: the session, its second factor, the agency."""

import sys
from pathlib import Path

from celery import current_task
from django.http import HttpRequest

from ots.audit.context import current_origin
from ots.audit.secrets import keyed_hash

# What sign-in leaves in the session for the trail.
ACTING_ORI = "acting_ori"
SECOND_FACTOR = "second_factor"

LONGEST_ORIGIN = 200


def session_mark(request: HttpRequest) -> str:
    """Return what names the session in the trail; whoever reads it cannot take the session over."""
    key = request.session.session_key if hasattr(request, "session") else None
    return keyed_hash(key, purpose="session") if key else ""


def second_factor(request: HttpRequest) -> str:
    """Return the second factor with which this session was opened, if any."""
    return str(_of_session(request, SECOND_FACTOR))[:20]


def acting_ori(request: HttpRequest) -> str:
    """Return the ORI under which the user acts in this session."""
    return str(_of_session(request, ACTING_ORI))[:9]


def agency_id(request: HttpRequest) -> int | None:
    """Return the agency of the user signed in."""
    return getattr(getattr(request, "user", None), "agency_id", None)


def origin() -> str:
    """Return the page, task or command at work."""
    return (current_origin() or _task() or _command())[:LONGEST_ORIGIN]


def _of_session(request: HttpRequest, name: str) -> object:
    return request.session.get(name, "") if hasattr(request, "session") else ""


def _task() -> str:
    return f"task {current_task.name}" if current_task else ""


def _command() -> str:
    program = Path(sys.argv[0]).name if sys.argv else ""
    return f"command {' '.join([program, *sys.argv[1:2]])}".strip()
