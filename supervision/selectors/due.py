"""What is due on the caseload, read through the one decision: hidden days are not even listed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import cast

from django.db import models
from django.db.models import QuerySet

from offenders.models import Hearing, Person, PersonFact, ProtectiveOrder, Warrant
from offenders.selectors.reading import Reading
from ots.access.fields import may_access
from ots.access.scopes import in_scope
from supervision.models import SupervisionPeriod
from supervision.selectors.caseload import supervised

# How far ahead the home page looks, in days.
HEARINGS_AHEAD = 14
ENDINGS_AHEAD = 60
ORDERS_AHEAD = 30
DUE_ITEMS = 25


@dataclass(frozen=True, slots=True)
class DueItem:
    """One thing on the home page: what, when, about whom."""

    person_id: int
    person_name: object
    what: str
    due_on: date | None
    is_late: bool


@dataclass(frozen=True, slots=True)
class DueList:
    """Rows that are due in a way: which day says when, and how a row is told."""

    model: type[models.Model]
    day: str
    what: str
    tells: tuple[str, ...] = ()
    always_late: bool = False


HEARINGS = DueList(Hearing, "scheduled_at", "Court: {purpose}", ("purpose",))
ENDINGS = DueList(
    SupervisionPeriod,
    "expected_end_on",
    "{get_supervision_type_display} ends",
    ("get_supervision_type_display",),
)
WARRANTS = DueList(
    Warrant,
    "issued_on",
    "{get_kind_display} warrant active since",
    ("get_kind_display",),
    always_late=True,
)
ORDERS = DueList(ProtectiveOrder, "expires_on", "Protective order expires")


def due_items(reading: Reading, *, today: date) -> list[DueItem]:
    """List what is due on the caseload, the most urgent first: four queries at most."""
    people = supervised(reading.viewer)
    items = [
        item
        for due, rows in _due(people, today)
        if may_access(reading.viewer, due.model, due.day)
        for item in _items(reading, due, rows, today)
    ]
    items.sort(key=lambda item: (not item.is_late, item.due_on or date.max, item.person_id))
    return items[:DUE_ITEMS]


def _due(people: QuerySet[Person], today: date) -> Iterable[tuple[DueList, QuerySet[models.Model]]]:
    of_people = {"person__in": people, "superseded_at__isnull": True}
    yield (
        HEARINGS,
        Hearing.objects.filter(
            **of_people,
            scheduled_at__date__range=(today, today + timedelta(days=HEARINGS_AHEAD)),
        ),
    )
    yield (
        ENDINGS,
        SupervisionPeriod.objects.filter(
            **of_people,
            ended_on__isnull=True,
            expected_end_on__lte=today + timedelta(days=ENDINGS_AHEAD),
        ).order_by("expected_end_on"),
    )
    yield WARRANTS, Warrant.objects.filter(**of_people, status="active")
    yield (
        ORDERS,
        ProtectiveOrder.objects.filter(
            **of_people, expires_on__range=(today, today + timedelta(days=ORDERS_AHEAD))
        ),
    )


def _items(
    reading: Reading, due: DueList, rows: QuerySet[models.Model], today: date
) -> Iterable[DueItem]:
    found = in_scope(reading.viewer, rows, person="person").select_related("person")
    for row in found[:DUE_ITEMS]:
        shown = reading.masked(row)
        day = _day(getattr(shown, due.day))
        person = reading.masked(cast(PersonFact, row).person)
        what = due.what.format(**{name: getattr(shown, name) for name in due.tells})
        is_late = due.always_late or (day is not None and day < today)
        yield DueItem(cast(int, person.pk), person.full_name, what, day, is_late)


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None
