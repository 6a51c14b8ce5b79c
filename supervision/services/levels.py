"""Setting how closely a person is supervised."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from offenders.services.facts import add_fact, correct_fact
from offenders.services.refusals import Objection, refuse_if_any
from offenders.services.submissions import once
from ots.access.models import User
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from supervision.choices.level import OVERRIDES, LevelBasis
from supervision.models import LevelPeriod

REASON_CLOSED = "Another level from then on"


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelEntry:
    """A level from a day on, and what it rests on."""

    level: str
    basis: str
    began_on: date
    review_due_on: date | None = None
    reason: str = ""


def set_level(
    viewer: Viewer, person_id: int, entry: LevelEntry, *, token: UUID | None = None
) -> LevelPeriod:
    """Record the level; the one before ends that day. Whoever overrides is who approves it.

    Raises ``RefusedError`` naming the field, ``NotAllowedError`` for an override by one who may
    not approve it.
    """
    viewer.require(Permission.LEVEL_SET)
    if entry.basis in OVERRIDES:
        viewer.require(Permission.LEVEL_OVERRIDE)
    return once(
        token, Event.LEVEL_SET, LevelPeriod, lambda: _replace_level(viewer, person_id, entry)
    )


@transaction.atomic
def begin_level(viewer: Viewer, person_id: int, *, level: str, began_on: date) -> LevelPeriod:
    """Record the level with which a term begins; a running one ends that day."""
    entry = LevelEntry(level=level, basis=LevelBasis.DEFAULT, began_on=began_on)
    return _replace_level(viewer, person_id, entry)


@transaction.atomic
def end_level(viewer: Viewer, person_id: int, *, ended_on: date, reason: str) -> None:
    """End the running level, as where supervision ends; without one there is nothing to end."""
    running = _running(person_id)
    if running is not None:
        correct_fact(viewer, running, person_id=person_id, reason=reason, ended_on=ended_on)


@transaction.atomic
def _replace_level(viewer: Viewer, person_id: int, entry: LevelEntry) -> LevelPeriod:
    running = _running(person_id)
    refuse_if_any(_objections(entry, running))
    if running is not None:
        correct_fact(
            viewer,
            running,
            person_id=person_id,
            reason=entry.reason or REASON_CLOSED,
            ended_on=entry.began_on,
        )
    return add_fact(
        viewer,
        LevelPeriod,
        person_id=person_id,
        event=Event.LEVEL_SET,
        level=entry.level,
        basis=entry.basis,
        began_on=entry.began_on,
        review_due_on=entry.review_due_on,
        reason=entry.reason,
        **_approval(viewer, entry),
    )


def _approval(viewer: Viewer, entry: LevelEntry) -> dict[str, User]:
    if entry.basis in OVERRIDES and viewer.user is not None:
        return {"approved_by": viewer.user}
    return {}


def _objections(entry: LevelEntry, running: LevelPeriod | None) -> list[Objection]:
    found = []
    if running is not None and entry.began_on < running.began_on:
        message = f"The level before was set on [{running.began_on}]: give that day or a later one."
        found.append(Objection("began_on", message))
    if running is not None and (running.level, running.basis) == (entry.level, entry.basis):
        found.append(Objection("level", "The person is at this level already, for this reason."))
    if entry.review_due_on is not None and entry.review_due_on <= entry.began_on:
        found.append(Objection("review_due_on", "Give a day after the one from which it holds."))
    if entry.basis in OVERRIDES and not entry.reason.strip():
        found.append(Objection("reason", "Say why the level differs from what the scores name."))
    return found


def _running(person_id: int) -> LevelPeriod | None:
    return (
        LevelPeriod.objects.select_for_update()
        .filter(person_id=person_id, ended_on__isnull=True, superseded_at__isnull=True)
        .first()
    )
