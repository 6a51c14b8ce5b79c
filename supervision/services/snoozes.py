"""Opportunities put off for a reason; a changed fact brings them back."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.utils import timezone

from offenders.services.facts import add_fact
from offenders.services.refusals import Objection, RefusedError, refused_by
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from supervision.choices.recommendation import SnoozeCode
from supervision.models import Eligibility, Snooze
from supervision.rules.policy import LONGEST_SNOOZE
from supervision.services.eligibility import refresh_people

REFUSALS = {"snooze_ends_after_it_begins": Objection("until", "Give a day after today.")}


@dataclass(frozen=True, slots=True, kw_only=True)
class SnoozeEntry:
    """Why an opportunity is put off, and until when."""

    supervision_type: str
    opportunity: str
    code: str
    note: str
    until: date | None = field(default=None)


def put_off(
    viewer: Viewer, person_id: int, entry: SnoozeEntry, *, token: UUID | None = None
) -> Snooze:
    """Put an opportunity off for a reason; it comes back by itself when a fact changes.

    Raises ``RefusedError`` for more than a year, and ``NotAllowedError`` for no end by one who may
    not decide.
    """
    viewer.require(Permission.RECOMMENDATION_PREPARE)
    today = timezone.localdate()
    longest = LONGEST_SNOOZE.on(today).amount
    if entry.until is None:
        viewer.require(Permission.RECOMMENDATION_DECIDE)
    elif (entry.until - today).days > longest:
        raise RefusedError(Objection("until", f"Give a day within {longest} days."))
    if entry.code in (SnoozeCode.PROGRAMMING, SnoozeCode.OTHER) and not entry.note.strip():
        raise RefusedError(Objection("note", "Say which program, or what else it is."))

    def write() -> Snooze:
        with refused_by(REFUSALS):
            made = add_fact(
                viewer,
                Snooze,
                person_id=person_id,
                event=Event.OPPORTUNITY_SNOOZED,
                began_on=today,
                facts_digest=_digest(person_id, entry),
                **{name: getattr(entry, name) for name in entry.__slots__},
            )
        refresh_people([person_id], today)
        return made

    return once(token, Event.OPPORTUNITY_SNOOZED, Snooze, write)


def _digest(person_id: int, entry: SnoozeEntry) -> str:
    stored = Eligibility.objects.filter(
        person=person_id,
        supervision_type=entry.supervision_type,
        opportunity=entry.opportunity,
    ).first()
    return stored.facts_digest if stored else ""
