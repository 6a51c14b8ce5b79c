"""Letting the standards rest: another state supervises, an exemption was granted, and the like."""

from datetime import date

from django.db import transaction

from offenders.services.facts import add_fact, correct_fact
from ots.access.viewer import Viewer
from ots.audit.events import Event
from supervision.models import StandardsPause
from supervision.services.obligations.refreshing import refresh_person


class PauseError(Exception):
    """The pause cannot begin or end so; the message says why."""


@transaction.atomic
def begin_pause(
    viewer: Viewer, *, person_id: int, kind: str, began_on: date, reason: str = ""
) -> StandardsPause:
    """Let standards rest from a day on; returns the pause of the kind that runs, if one does."""
    running = _running(person_id, kind)
    if running is not None:
        return running
    pause = write_pause(viewer, person_id=person_id, kind=kind, began_on=began_on, reason=reason)
    refresh_person(person_id)
    return pause


def write_pause(
    viewer: Viewer, *, person_id: int, kind: str, began_on: date, reason: str = ""
) -> StandardsPause:
    """Record the pause alone; who calls brings up to date what is due."""
    return add_fact(
        viewer,
        StandardsPause,
        person_id=person_id,
        event=Event.STANDARDS_PAUSED,
        kind=kind,
        began_on=began_on,
        reason=reason,
    )


@transaction.atomic
def end_pause(
    viewer: Viewer, *, person_id: int, kind: str, ended_on: date, reason: str
) -> StandardsPause | None:
    """Let standards run again from a day on; nothing where none rested.

    Raises ``PauseError`` if the pause began later.
    """
    running = _running(person_id, kind)
    if running is None:
        return None
    if ended_on < running.began_on:
        raise PauseError(
            f"[{ended_on}] is before the pause began [{running.began_on}]: give a later day."
        )
    ended = correct_fact(
        viewer,
        running,
        person_id=person_id,
        reason=reason,
        event=Event.STANDARDS_RESUMED,
        ended_on=ended_on,
    )
    refresh_person(person_id)
    return ended


def _running(person_id: int, kind: str) -> StandardsPause | None:
    return StandardsPause.objects.filter(
        person_id=person_id, kind=kind, ended_on=None, superseded_at=None
    ).first()
