"""An agent's caseload with the people covered for, or the people of a supervisor's offices."""

from datetime import date

from django.db import models
from django.db.models import OuterRef, QuerySet, Subquery

from offenders.models import Person
from ots.access.fields import may_access
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer
from supervision.models import SupervisionPeriod

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


def caseload(viewer: Viewer, *, sort: str = "name") -> QuerySet[Person]:
    """Return the people the viewer supervises, himself or through his offices."""
    people = in_scope(viewer, supervised(viewer)).select_related("office", "agent")
    if not may_sort(viewer, sort):
        sort = "name"
    if sort == "ends":
        people = people.annotate(supervision_ends_on=Subquery(_open_ends()))
    return people.order_by(*SORTS[sort])


def may_sort(viewer: Viewer, sort: str) -> bool:
    """Say whether the viewer may sort by this: sorting by a hidden field would show it."""
    return sort in SORT_READS and may_access(viewer, *SORT_READS[sort])


def supervised(viewer: Viewer) -> QuerySet[Person]:
    """Return the people of the viewer's offices, or of the own caseload and those covered."""
    if viewer.user is None:
        return Person.objects.none()
    if viewer.office_ids:
        return Person.objects.filter(office__in=viewer.office_ids)
    return Person.objects.filter(agent__in=[viewer.user.pk, *viewer.covered_ids])


def _open_ends() -> QuerySet[SupervisionPeriod, date | None]:
    periods = SupervisionPeriod.objects.filter(
        person=OuterRef("pk"), ended_on__isnull=True, superseded_at__isnull=True
    )
    return periods.order_by("expected_end_on").values_list("expected_end_on", flat=True)[:1]
