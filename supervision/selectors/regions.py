"""How the offices of each region stand, and what waits there: constant queries for all."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from django.db.models import Count, QuerySet

from offenders.models import Person
from offenders.selectors.reading import Reading
from ots.access.models import Office
from supervision.models import Recommendation, Response
from supervision.selectors.answers import waiting_answers, waiting_reports
from supervision.selectors.overrides import overrides_waiting
from supervision.selectors.recommendations import waiting_list
from supervision.selectors.team import TeamLine, offices_of

NO_REGION: Final = "No region"
OFFICE: Final = "person__office_id"


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """One office: how it stands, and how many decisions wait for its supervisors."""

    line: TeamLine
    waiting: int


@dataclass(frozen=True, slots=True)
class RegionLine:
    """One region: its offices, those with most overdue first, and what they add up to."""

    name: str
    offices: tuple[OfficeLine, ...]

    @property
    def title(self) -> str:
        """Return what the region is called: those that go by a number are named so."""
        return f"Region {self.name}" if self.name.isdecimal() else self.name

    @property
    def people(self) -> int:
        """Return the people of all its offices."""
        return sum(each.line.people for each in self.offices)

    @property
    def overdue(self) -> int:
        """Return what is overdue in all its offices."""
        return sum(each.line.counts.overdue for each in self.offices)

    @property
    def hours(self) -> Decimal:
        """Return the hours of work a month, where weights are known."""
        return sum((each.line.workload.hours or Decimal(0) for each in self.offices), Decimal(0))

    @property
    def waiting(self) -> int:
        """Return the decisions that wait in all its offices."""
        return sum(each.waiting for each in self.offices)


def regions_of(reading: Reading, *, today: date) -> list[RegionLine]:
    """Return each region within reach, those with most overdue first."""
    lines = offices_of(reading, today=today)
    regions = dict(
        Office.objects.filter(pk__in=[line.key for line in lines])
        .order_by()
        .values_list("pk", "region_id")
    )
    waiting = _waiting(reading)
    by_region: dict[str, list[OfficeLine]] = defaultdict(list)
    for line in lines:
        by_region[regions.get(line.key) or NO_REGION].append(OfficeLine(line, waiting[line.key]))
    found = [RegionLine(name, tuple(offices)) for name, offices in by_region.items()]
    return sorted(found, key=lambda region: (-region.overdue, region.name))


def _waiting(reading: Reading) -> Counter[int]:
    """Count the decisions that wait, office by office."""
    counted: Counter[int] = Counter()
    counted.update(_by_office(waiting_answers(reading)))
    counted.update(_by_office(waiting_list(reading.viewer)))
    reports = [report.person_id for report in waiting_reports(reading)]
    overrides = [int(str(each.person.pk)) for each in overrides_waiting(reading)]
    counted.update(_offices_of_people([*reports, *overrides]))
    return counted


def _by_office(rows: QuerySet[Response] | QuerySet[Recommendation]) -> dict[int, int]:
    counted = rows.order_by().values_list(OFFICE).annotate(number=Count("pk"))
    return {office: number for office, number in counted if office is not None}


def _offices_of_people(people: Iterable[int]) -> Counter[int]:
    """Count the people by office, each as often as something of his waits."""
    listed = list(people)
    offices = dict(Person.objects.filter(pk__in=set(listed)).values_list("pk", "office_id"))
    found = (offices.get(person) for person in listed)
    return Counter(office for office in found if office is not None)
