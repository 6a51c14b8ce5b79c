"""An agent's caseload, or the people of a supervisor's offices, and what is due on it."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.db.models import Count, OuterRef, QuerySet, Subquery

from offenders.choices import Status
from offenders.models import Hearing, Person, ProtectiveOrder, Warrant
from ots.access.fields import HIDDEN, Seen, mask, may_access
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer
from supervision.models import SupervisionPeriod

# How far ahead the home page looks, in days.
HEARINGS_AHEAD = 14
ENDINGS_AHEAD = 60
ORDERS_AHEAD = 30
DUE_ITEMS = 25

SORTS = {
    "name": ("last_name", "first_name", "pk"),
    "status": ("status", "last_name", "first_name", "pk"),
    "ends": ("supervision_ends_on", "last_name", "pk"),
}
SORT_READS: dict[str, tuple[type[models.Model], str]] = {
    "name": (Person, "last_name"),
    "status": (Person, "status"),
    "ends": (SupervisionPeriod, "expected_end_on"),
}


@dataclass(frozen=True, slots=True)
class DueItem:
    """One thing on the home page: what, when, about whom."""

    person_id: int
    person_name: object
    what: str
    due_on: date | None
    is_late: bool


@dataclass(frozen=True, slots=True)
class CaseloadSummary:
    """The caseload in numbers."""

    people: int
    by_status: tuple[tuple[str, int], ...]


def caseload(viewer: Viewer, *, sort: str = "name") -> QuerySet[Person]:
    """Return the people the viewer supervises, himself or through his offices."""
    people = in_scope(viewer, _supervised(viewer)).select_related("office", "agent")
    if not may_sort(viewer, sort):
        sort = "name"
    if sort == "ends":
        people = people.annotate(supervision_ends_on=Subquery(_open_ends()))
    return people.order_by(*SORTS[sort])


def may_sort(viewer: Viewer, sort: str) -> bool:
    """Say whether the viewer may sort by this: sorting by a hidden field would show it."""
    return sort in SORT_READS and may_access(viewer, *SORT_READS[sort])


def caseload_summary(viewer: Viewer) -> CaseloadSummary:
    """Count the caseload, by status where the viewer may see the status."""
    people = in_scope(viewer, _supervised(viewer))
    counted = people.order_by().values_list("status").annotate(number=Count("pk"))
    rows = [(Status(status).label, number) for status, number in counted]
    shown = may_access(viewer, Person, "status")
    return CaseloadSummary(
        people=sum(number for _, number in rows),
        by_status=tuple(sorted(rows, key=lambda row: -row[1])) if shown else (),
    )


def due_items(viewer: Viewer, *, today: date, seen: Seen) -> list[DueItem]:
    """List what is due on the caseload, the most urgent first: four queries at most."""
    people = _supervised(viewer)
    items = [
        *_hearings(viewer, people, today, seen),
        *_endings(viewer, people, today, seen),
        *_warrants(viewer, people, today, seen),
        *_orders(viewer, people, today, seen),
    ]
    items.sort(key=lambda item: (not item.is_late, item.due_on or date.max, item.person_id))
    return items[:DUE_ITEMS]


def _supervised(viewer: Viewer) -> QuerySet[Person]:
    if viewer.user is None:
        return Person.objects.none()
    if viewer.office_ids:
        return Person.objects.filter(office__in=viewer.office_ids)
    return Person.objects.filter(agent=viewer.user)


def _open_ends() -> QuerySet[SupervisionPeriod, date | None]:
    periods = SupervisionPeriod.objects.filter(
        person=OuterRef("pk"), ended_on__isnull=True, superseded_at__isnull=True
    )
    return periods.order_by("expected_end_on").values_list("expected_end_on", flat=True)[:1]


def _hearings(viewer: Viewer, people: QuerySet[Person], today: date, seen: Seen) -> list[DueItem]:
    if not may_access(viewer, Hearing, "scheduled_at"):
        return []
    seen.categories.add("legal")
    coming = Hearing.objects.filter(
        person__in=people,
        superseded_at__isnull=True,
        scheduled_at__date__gte=today,
        scheduled_at__date__lte=today + timedelta(days=HEARINGS_AHEAD),
    ).select_related("person")[:DUE_ITEMS]
    return [
        _item(viewer, row.person, f"Court: {row.purpose}", row.scheduled_at.date(), today, seen)
        for row in coming
    ]


def _endings(viewer: Viewer, people: QuerySet[Person], today: date, seen: Seen) -> list[DueItem]:
    if not may_access(viewer, SupervisionPeriod, "expected_end_on"):
        return []
    seen.categories.add("supervision")
    ending = (
        SupervisionPeriod.objects.filter(
            person__in=people,
            ended_on__isnull=True,
            superseded_at__isnull=True,
            expected_end_on__lte=today + timedelta(days=ENDINGS_AHEAD),
        )
        .select_related("person")
        .order_by("expected_end_on")[:DUE_ITEMS]
    )
    return [
        _item(
            viewer,
            row.person,
            f"{row.get_supervision_type_display()} ends",
            row.expected_end_on,
            today,
            seen,
        )
        for row in ending
    ]


def _warrants(viewer: Viewer, people: QuerySet[Person], today: date, seen: Seen) -> list[DueItem]:
    if not may_access(viewer, Warrant, "status"):
        return []
    seen.categories.add("warrant")
    active = Warrant.objects.filter(
        person__in=people, status="active", superseded_at__isnull=True
    ).select_related("person")[:DUE_ITEMS]
    return [
        DueItem(
            row.person_id,
            _name(viewer, row.person, seen),
            f"{row.get_kind_display()} warrant active since",
            row.issued_on,
            True,
        )
        for row in active
    ]


def _orders(viewer: Viewer, people: QuerySet[Person], today: date, seen: Seen) -> list[DueItem]:
    if not may_access(viewer, ProtectiveOrder, "expires_on"):
        return []
    seen.categories.add("warrant")
    expiring = ProtectiveOrder.objects.filter(
        person__in=people,
        superseded_at__isnull=True,
        expires_on__gte=today,
        expires_on__lte=today + timedelta(days=ORDERS_AHEAD),
    ).select_related("person")[:DUE_ITEMS]
    return [
        _item(viewer, row.person, "Protective order expires", row.expires_on, today, seen)
        for row in expiring
    ]


def _item(  # noqa: PLR0913  one row of the list
    viewer: Viewer, person: Person, what: str, due_on: date | None, today: date, seen: Seen
) -> DueItem:
    is_late = due_on is not None and due_on < today
    return DueItem(person.pk, _name(viewer, person, seen), what, due_on, is_late)


def _name(viewer: Viewer, person: Person, seen: Seen) -> object:
    return getattr(mask(viewer, person, seen=seen), "full_name", HIDDEN)
