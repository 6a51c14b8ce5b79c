"""Leaving a line out of the day's list for a time, and showing it again."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone

from offenders.services.facts import add_fact, correct_fact
from offenders.services.refusals import Objection, RefusedError
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.events import Event
from supervision.models import Mute
from supervision.rules.policy import LONGEST_MUTE

SHOWN_AGAIN = "Shown again"


@dataclass(frozen=True, slots=True, kw_only=True)
class MuteEntry:
    """Which line is muted, why, and until when."""

    subject: str
    number: int
    is_critical: bool
    why: str
    until: date


def may_mute(viewer: Viewer, *, is_critical: bool) -> bool:
    """Say whether the viewer may mute a line: a critical one only who excuses for others."""
    asked = Permission.OBLIGATION_WAIVE if is_critical else Permission.CASELOAD_VIEW
    return viewer.may(asked)


def mute(viewer: Viewer, person_id: int, entry: MuteEntry, *, token: UUID | None = None) -> Mute:
    """Leave a line out of the own list until a day; a supervisor's word counts on every list.

    What the line asks for stays due and late: only the list is shorter. Raises ``RefusedError``
    for longer than policy lets a line rest.
    """
    if not may_mute(viewer, is_critical=entry.is_critical):
        raise NotAllowedError("Only a supervisor mutes what is critical.")
    today = timezone.localdate()
    longest = LONGEST_MUTE.on(today).amount
    if not 0 < (entry.until - today).days <= longest:
        raise RefusedError(Objection("until", f"Give a day within {longest} days."))
    return once(
        token,
        Event.LINE_MUTED,
        Mute,
        lambda: add_fact(
            viewer,
            Mute,
            person_id=person_id,
            event=Event.LINE_MUTED,
            subject=entry.subject,
            number=entry.number,
            officer=None if viewer.may(Permission.OBLIGATION_WAIVE) else viewer.user,
            why=entry.why,
            began_on=today,
            until=entry.until,
        ),
    )


def show_again(viewer: Viewer, muted: Mute) -> Mute:
    """Take a mute back: the line is on the list again from today.

    One who is no supervisor takes back only what is muted on the own list.
    """
    if muted.officer != viewer.user:
        viewer.require(Permission.OBLIGATION_WAIVE)
    return correct_fact(
        viewer,
        muted,
        person_id=muted.person_id,
        reason=SHOWN_AGAIN,
        event=Event.LINE_SHOWN,
        until=max(timezone.localdate(), muted.began_on),
    )
