"""What waits for the viewer: owed by a day, to be moved on, and what the other state owes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.db.models import Count, Q, QuerySet

from interstate.choices import Post
from interstate.models import Activity, CompactCase, CompactObligation, Delegate
from interstate.rules.routing import Status
from interstate.rules.vocabulary import Side
from interstate.selectors.posts import Seat, seats_of
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer

WEEK: Final = timedelta(days=7)
URGENCIES: Final = {
    "overdue": "Overdue",
    "today": "Today",
    "week": "Within a week",
    "later": "Later",
}
_AT_THE_OTHER: Final = (Status.RECEIVED.value, Status.DELEGATED.value, Status.ASSIGNED.value)
_WRITTEN: Final = (Status.DRAFT.value, Status.RETURNED.value, Status.SENT_BACK.value)


@dataclass(frozen=True, slots=True)
class Urgency:
    """How many obligations are of one urgency."""

    key: str
    label: str
    count: int


def urgency_of(due_on: date, today: date) -> str:
    """Say how urgent a day is."""
    if due_on < today:
        return "overdue"
    if due_on == today:
        return "today"
    return "week" if due_on <= today + WEEK else "later"


def owed(
    viewer: Viewer, seats: tuple[Seat, ...], *, today: date, urgency: str = ""
) -> QuerySet[CompactObligation]:
    """Return what the viewer's side owes, the soonest first."""
    rows = _open(viewer, seats, _own_side)
    return rows.filter(_when(urgency, today)) if urgency in URGENCIES else rows


def waiting(viewer: Viewer, seats: tuple[Seat, ...]) -> QuerySet[CompactObligation]:
    """Return what the other state owes in the viewer's cases, the soonest first."""
    return _open(viewer, seats, _other_side)


def urgencies(viewer: Viewer, seats: tuple[Seat, ...], *, today: date) -> list[Urgency]:
    """Count what is owed by urgency; one query."""
    rows = _open(viewer, seats, _own_side).order_by()
    counts = rows.aggregate(**{key: Count("pk", filter=_when(key, today)) for key in URGENCIES})
    return [Urgency(key, label, counts[key]) for key, label in URGENCIES.items()]


def how_many(counts: list[Urgency], urgency: str) -> int:
    """Return how many are owed of the urgency, or in all if none is asked for."""
    asked = [each for each in counts if each.key == urgency]
    return sum(each.count for each in asked or counts)


def own_cases(viewer: Viewer, *, of: int | None = None) -> QuerySet[CompactCase]:
    """Return the open cases of the viewer's offices, of one holder if asked, soonest due first."""
    offices = {seat.office_id for seat in seats_of(viewer)}
    sent, received = Q(sending_office__in=offices), Q(receiving_office__in=offices)
    if of is not None:
        sent, received = sent & Q(sending_user=of), received & Q(receiving_user=of)
    rows = CompactCase.objects.filter(sent | received).exclude(state__in=("CLOSED", "WITHDRAWN"))
    return (
        in_scope(viewer, rows, person="person")
        .select_related("person", "sending", "receiving", "sending_user", "receiving_user")
        .order_by("next_due_on", "pk")
    )


def holders(viewer: Viewer) -> list[Delegate]:
    """Return who has posts in the viewer's offices, closed posts too: their cases are given on."""
    offices = {seat.office_id for seat in seats_of(viewer)}
    return list(Delegate.objects.filter(office__in=offices).select_related("user"))


def cases_that_turn(today: date) -> list[int]:
    """Return the cases in which the calendar alone changes something by the day."""
    rows = CompactCase.objects.filter(turns_on__lte=today).exclude(state="WITHDRAWN")
    return list(rows.order_by("pk").values_list("pk", flat=True))


def tasks(viewer: Viewer, seats: tuple[Seat, ...]) -> QuerySet[Activity]:
    """Return the activities that the viewer has to move on, the longest waiting first."""
    mine = Q(pk__in=[])
    for seat in seats:
        mine |= _to_move(seat)
    rows = in_scope(viewer, Activity.objects.filter(mine), person="case__person")
    return rows.select_related("case__person").order_by("changed_at", "pk")


def _to_move(seat: Seat) -> Q:
    sent = Q(side=Side.SENDING.value, case__sending_office=seat.office_id)
    own = sent | Q(side=Side.RECEIVING.value, case__receiving_office=seat.office_id)
    other = Q(side=Side.RECEIVING.value, case__sending_office=seat.office_id) | Q(
        side=Side.SENDING.value, case__receiving_office=seat.office_id
    )
    mine = Q(assigned_to=seat.user_id)
    found = (own & mine & Q(status__in=[*_WRITTEN, Status.WITH_SUPERVISOR.value])) | (
        other & mine & Q(status__in=_AT_THE_OTHER)
    )
    if seat.post == Post.OFFICE:
        found |= own & Q(status=Status.WITH_OFFICE.value)
        found |= other & Q(status=Status.RECEIVED.value)
    return found


def _open(
    viewer: Viewer, seats: tuple[Seat, ...], whose: Callable[[Seat], Q]
) -> QuerySet[CompactObligation]:
    condition = Q(pk__in=[])
    for seat in seats:
        condition |= whose(seat)
    rows = CompactObligation.objects.filter(condition, satisfied_on__isnull=True, is_void=False)
    reached = in_scope(viewer, rows, person="case__person")
    return reached.select_related("case__person").order_by("due_on", "pk")


def _own_side(seat: Seat) -> Q:
    if seat.post == Post.OFFICE:
        return Q(owing_office=seat.office_id)
    return Q(owed_by=Side.SENDING.value, case__sending_user=seat.user_id) | Q(
        owed_by=Side.RECEIVING.value, case__receiving_user=seat.user_id
    )


def _other_side(seat: Seat) -> Q:
    if seat.post == Post.OFFICE:
        return Q(awaiting_office=seat.office_id)
    return Q(owed_by=Side.RECEIVING.value, case__sending_user=seat.user_id) | Q(
        owed_by=Side.SENDING.value, case__receiving_user=seat.user_id
    )


def _when(urgency: str, today: date) -> Q:
    return {
        "overdue": Q(due_on__lt=today),
        "today": Q(due_on=today),
        "week": Q(due_on__gt=today, due_on__lte=today + WEEK),
        "later": Q(due_on__gt=today + WEEK),
    }[urgency]
