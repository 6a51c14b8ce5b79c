"""Custody: where a person is held, how it ended, and what happened on a day."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from offenders import choices
from offenders.models import CustodyPeriod, Movement
from offenders.services.facts import replace_fact, write_fact
from offenders.services.refusals import Objection, RefusedError, refuse_if_any, refused_by
from offenders.services.status import refresh_status
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.services import record

Kind = choices.CustodyKind

# Kinds of custody that begin and end at a door; the others are states in which a person is.
HELD = frozenset({Kind.JAIL, Kind.PRISON})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """Time in one kind of custody; ``ended_on`` is the day of release."""

    kind: str
    began_on: date
    ended_on: date | None = None
    facility_id: int | None = None
    booking_number: str = ""
    admission_reason: str = ""
    release_reason: str = ""
    case_id: int | None = None

    def columns(self) -> dict[str, object]:
        """Return the values under the names of their columns."""
        return {
            "kind": self.kind,
            "began_on": self.began_on,
            "ended_on": self.ended_on,
            "facility_id": self.facility_id,
            "booking_number": self.booking_number,
            "admission_reason": self.admission_reason,
            "release_reason": self.release_reason,
            "case_id": self.case_id,
        }


def record_custody(
    viewer: Viewer, person_id: int, *, stay: Stay, token: UUID | None = None
) -> CustodyPeriod:
    """Record custody with the movements that begin and end it, and set the person's status.

    Raises ``RefusedError`` if the person is in that kind of custody on one of the days already.
    """
    viewer.require(Permission.CUSTODY_RECORD)
    event = Event.CUSTODY_RECORDED

    def write() -> CustodyPeriod:
        refuse_if_any(_objections_to_days(stay))
        with refused_by({"custody_of_one_kind_never_overlaps": _overlap(person_id, stay)}):
            period = write_fact(
                viewer, CustodyPeriod, person_id=person_id, event=event, **stay.columns()
            )
        _move_in(viewer, period)
        if stay.ended_on is not None:
            _move_out(viewer, period)
        refresh_status(person_id)
        record(event, actor=viewer.user, target=period, person_id=person_id)
        return period

    return once(token, event, CustodyPeriod, write)


def release_from_custody(
    viewer: Viewer,
    custody_id: int,
    *,
    released_on: date,
    release_reason: str,
    token: UUID | None = None,
) -> CustodyPeriod:
    """Record the day on which the person left custody, and set the person's status."""
    viewer.require(Permission.CUSTODY_RECORD)
    event = Event.CUSTODY_ENDED

    def write() -> CustodyPeriod:
        old = CustodyPeriod.objects.get(pk=custody_id)
        refuse_if_any(_objections_to_release(old, released_on))
        new = replace_fact(
            viewer,
            old,
            person_id=old.person_id,
            reason=release_reason,
            event=event,
            ended_on=released_on,
            release_reason=release_reason,
        )
        _move_out(viewer, new)
        refresh_status(old.person_id)
        record(event, actor=viewer.user, target=new, person_id=old.person_id)
        return new

    return once(token, event, CustodyPeriod, write)


def record_movement(  # noqa: PLR0913  one keyword a column
    viewer: Viewer,
    person_id: int,
    *,
    kind: str,
    occurred_on: date,
    facility_id: int | None = None,
    note: str = "",
    token: UUID | None = None,
) -> Movement:
    """Record what happened to a person's custody on a day, and set the person's status."""
    viewer.require(Permission.CUSTODY_RECORD)
    event = Event.MOVEMENT_RECORDED

    def write() -> Movement:
        if occurred_on > timezone.localdate():
            raise RefusedError(Objection("occurred_on", "A movement cannot be still to come."))
        movement = write_fact(
            viewer,
            Movement,
            person_id=person_id,
            event=event,
            kind=kind,
            occurred_on=occurred_on,
            facility_id=facility_id,
            note=note,
        )
        refresh_status(person_id)
        record(event, actor=viewer.user, target=movement, person_id=person_id)
        return movement

    return once(token, event, Movement, write)


def _objections_to_days(stay: Stay) -> list[Objection]:
    today = timezone.localdate()
    found = []
    if stay.began_on > today:
        found.append(Objection("began_on", "Custody cannot begin on a day still to come."))
    if stay.ended_on is not None and stay.ended_on < stay.began_on:
        found.append(Objection("ended_on", "The release cannot come before the first day."))
    if stay.ended_on is not None and stay.ended_on > today:
        found.append(Objection("ended_on", "The release cannot be on a day still to come."))
    if stay.kind in HELD and stay.facility_id is None:
        found.append(Objection("facility", "Choose the jail or prison."))
    return found


def _objections_to_release(stay: CustodyPeriod, released_on: date) -> list[Objection]:
    if stay.ended_on is not None:
        return [Objection("", "The release from this custody is recorded already.")]
    if released_on < stay.began_on:
        return [Objection("released_on", "The release cannot come before the first day.")]
    if released_on > timezone.localdate():
        return [Objection("released_on", "The release cannot be on a day still to come.")]
    return []


def _overlap(person_id: int, stay: Stay) -> Objection:
    others = CustodyPeriod.objects.filter(person_id=person_id, kind=stay.kind, superseded_at=None)
    others = others.filter(Q(ended_on=None) | Q(ended_on__gt=stay.began_on))
    if stay.ended_on is not None:
        others = others.filter(began_on__lt=stay.ended_on)
    other = others.select_related("facility").first()
    if other is None:
        return Objection("began_on", "This custody was recorded a moment ago: look again.")
    place = f" at {other.facility}" if other.facility else ""
    until = f"until {_day(other.ended_on)}" if other.ended_on else "with no release recorded"
    return Objection(
        "began_on",
        f"The person is recorded in the same kind of custody{place} from {_day(other.began_on)}"
        f" {until}. Record that release first, or correct the days.",
    )


def _move_in(viewer: Viewer, period: CustodyPeriod) -> None:
    kind = {
        Kind.JAIL: choices.MovementKind.BOOKING,
        Kind.PRISON: choices.MovementKind.ADMISSION,
        Kind.PAROLE: choices.MovementKind.PAROLE,
        Kind.ESCAPE: choices.MovementKind.ESCAPE,
    }.get(Kind(period.kind))
    if kind is not None:
        _move(viewer, period, kind=kind, on=period.began_on, note=period.admission_reason)


def _move_out(viewer: Viewer, period: CustodyPeriod) -> None:
    if period.kind in HELD and period.ended_on is not None:
        kind = choices.MovementKind.RELEASE
        _move(viewer, period, kind=kind, on=period.ended_on, note=period.release_reason)


def _move(viewer: Viewer, period: CustodyPeriod, *, kind: str, on: date, note: str) -> None:
    write_fact(
        viewer,
        Movement,
        person_id=period.person_id,
        event=Event.CUSTODY_RECORDED,
        kind=kind,
        occurred_on=on,
        facility_id=period.facility_id,
        note=note,
    )


def _day(day: date) -> str:
    return f"{day:%b} {day.day}, {day.year}"
