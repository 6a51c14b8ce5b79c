"""The people a viewer looks after, found once for everything that one page asks about them."""

from dataclasses import dataclass
from typing import TypeVar

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import BigIntegerField, Count, Model, QuerySet, TextField
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast

from offenders.choices import Status
from offenders.models import Person
from offenders.selectors.reading import Reading
from ots.access.fields import Masked
from ots.access.scopes import in_scope
from supervision.selectors.caseload import supervised

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class CaseloadSummary:
    """The caseload in numbers."""

    people: int
    by_status: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class OwnPeople:
    """The keys of the people within reach, and how many have which status."""

    reading: Reading
    # As the database writes a list: two thousand numbers are never taken apart on the way.
    keys: str
    by_status: tuple[tuple[str, int], ...]

    @property
    def summary(self) -> CaseloadSummary:
        """Return the caseload in numbers, by status where the viewer may see the status."""
        shown = self.reading.sees(Person, "status")
        rows = ((str(Status(status).label), number) for status, number in self.by_status)
        return CaseloadSummary(
            people=sum(number for _, number in self.by_status),
            by_status=tuple(sorted(rows, key=lambda row: -row[1])) if shown else (),
        )

    def rows(self, queryset: QuerySet[Row]) -> QuerySet[Row]:
        """Return the rows of these people; whom the viewer reaches is decided already."""
        # The keys are sent as a value, not written into the statement.
        keys = RawSQL("SELECT unnest(%s::bigint[])", [self.keys], BigIntegerField())  # noqa: S611
        return queryset.filter(person__in=keys)

    def named(self, keys: set[int]) -> dict[int, Masked]:
        """Return those of the people by key, as the viewer may see them: one query."""
        found = Person.objects.in_bulk(keys) if keys else {}
        return {key: self.reading.masked(person) for key, person in found.items()}


def own_people(reading: Reading) -> OwnPeople:
    """Return the own caseload with those covered, or the people of the offices: one query."""
    people = in_scope(reading.viewer, supervised(reading.viewer)).order_by()
    keys = StringAgg(Cast("pk", TextField()), delimiter=",")
    rows = list(people.values_list("status").annotate(Count("pk"), keys=keys))
    return OwnPeople(
        reading=reading,
        keys="{" + ",".join(each for _, _, each in rows) + "}",
        by_status=tuple((status, number) for status, number, _ in rows),
    )
