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


def open_obligations(viewer: Viewer) -> QuerySet[CompactObligation]:
    """Return what is not met in the cases that the viewer reaches; lists are chosen from it."""
    rows = CompactObligation.objects.filter(satisfied_on__isnull=True, is_void=False)
    reached = in_scope(viewer, rows, person="case__person")
    return reached.select_related("case__person").order_by("due_on", "pk")


def owed(
    rows: QuerySet[CompactObligation],
    seats: tuple[Seat, ...],
    *,
    today: date,
    urgency: str = "",
) -> QuerySet[CompactObligation]:
    """Return of the open obligations what the viewer's side owes, the soonest first."""
    own = rows.filter(_of_any(seats, _own_side))
    return own.filter(_when(urgency, today)) if urgency in URGENCIES else own


def waiting(
    rows: QuerySet[CompactObligation], seats: tuple[Seat, ...]
) -> QuerySet[CompactObligation]:
    """Return of the open obligations what the other state owes, the soonest first."""
    return rows.filter(_of_any(seats, _other_side))


def urgencies(
    rows: QuerySet[CompactObligation], seats: tuple[Seat, ...], *, today: date
) -> list[Urgency]:
    """Count by urgency what is owed; one query, which an office's index answers."""
    own = rows.filter(_of_any(seats, _own_side)).order_by()
    # Of columns that the index holds: no row is looked up to be counted.
    counts = own.aggregate(**{key: Count("due_on", filter=_when(key, today)) for key in URGENCIES})
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
    given, waits = _of_any(seats, _given), _of_any(seats, _at_office)
    return _activities(viewer).filter(given | waits).select_related("case__person")


def first_tasks(viewer: Viewer, seats: tuple[Seat, ...], most: int) -> QuerySet[Activity]:
    """Return the first of them: each part is read from its own index until there are enough."""
    rows = _activities(viewer).values("pk")
    given, waits = (rows.filter(_of_any(seats, which))[:most] for which in (_given, _at_office))
    found = Activity.objects.filter(pk__in=given.union(waits, all=True))
    return found.select_related("case__person").order_by("changed_at", "pk")[:most]


def _activities(viewer: Viewer) -> QuerySet[Activity]:
    rows = in_scope(viewer, Activity.objects.all(), person="case__person")
    return rows.order_by("changed_at", "pk")


def _of_any(seats: tuple[Seat, ...], condition: Callable[[Seat], Q]) -> Q:
    found = Q(pk__in=[])
    for seat in seats:
        found |= condition(seat)
    return found


def _given(seat: Seat) -> Q:
    """What its holder writes or reads himself."""
    own, other = _sides(seat)
    statuses = Q(status__in=[*_WRITTEN, Status.WITH_SUPERVISOR.value])
    at_him = (own & statuses) | (other & Q(status__in=_AT_THE_OTHER))
    return Q(assigned_to=seat.user_id) & at_him


def _at_office(seat: Seat) -> Q:
    """What waits for anybody of its compact office."""
    if seat.post != Post.OFFICE:
        return Q(pk__in=[])
    own, other = _sides(seat)
    return (own & Q(status=Status.WITH_OFFICE.value)) | (other & Q(status=Status.RECEIVED.value))


def _sides(seat: Seat) -> tuple[Q, Q]:
    """Activities of the office's own side, and of the other side."""
    sending, receiving = Q(side=Side.SENDING.value), Q(side=Side.RECEIVING.value)
    sends, receives = (
        Q(case__sending_office=seat.office_id),
        Q(case__receiving_office=seat.office_id),
    )
    return (sends & sending) | (receives & receiving), (sends & receiving) | (receives & sending)


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
