"""How much work caseloads are: hours a month by level, beside the hours and posts there are."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from django.db.models import Count, Q, QuerySet

from offenders.models import Person
from offenders.selectors.reading import Reading
from supervision.choices.period import SupervisionLevel
from supervision.models import AuthorizedPosts, LevelPeriod, WorkloadWeight
from supervision.models.dated import in_force_on

USABLE: Final = "usable_hours"
NOT_SET: Final = SupervisionLevel.UNASSIGNED.value


@dataclass(frozen=True, slots=True)
class Workload:
    """The people of a caseload or office, and the hours a month that they take."""

    people: int = 0
    # Nothing where the levels are not seen or no weights are known.
    hours: Decimal | None = None
    # The hours of a month that one agent has for cases.
    usable: Decimal | None = None

    def percent_of(self, agents: int) -> int | None:
        """Return the share of the usable hours of so many agents that is taken."""
        if self.hours is None or not self.usable or not agents:
            return None
        return round(100 * self.hours / (self.usable * agents))


@dataclass(frozen=True, slots=True)
class Staffing:
    """The agents of an office who carry a caseload, and the posts that it was given."""

    agents: int = 0
    # Nothing where nobody entered the posts.
    posts: int | None = None

    @property
    def vacant(self) -> int:
        """Return the posts that carry no caseload."""
        return max((self.posts or 0) - self.agents, 0)


def workloads(
    reading: Reading, people: QuerySet[Person], by: str, *, today: date
) -> dict[int, Workload]:
    """Return the workload of each agent or office of the people: three queries."""
    in_all = dict(people.order_by().values_list(by).annotate(number=Count("pk")))
    weights = weights_on(today)
    if not reading.sees(LevelPeriod, "level") or not weights:
        return {key: Workload(number) for key, number in in_all.items()}
    hours = {key: row.hours for key, row in weights.items()}
    levels = _levels(people, by, today)
    return {
        key: Workload(number, _hours(levels[key], number, hours), hours.get(USABLE))
        for key, number in in_all.items()
    }


def weights_on(day: date) -> dict[str, WorkloadWeight]:
    """Return the weights in force on a day by level or task: one query."""
    rows = WorkloadWeight.objects.filter(in_force_on(day))
    return {each.key: each for each in rows.order_by("since")}


def staffing_of(offices: Collection[int], *, today: date) -> dict[int, Staffing]:
    """Return the agents and posts of each office: two queries."""
    people = Person.objects.filter(office__in=offices, agent__is_active=True).order_by()
    agents = dict(people.values_list("office_id").annotate(number=Count("agent", distinct=True)))
    rows = AuthorizedPosts.objects.filter(in_force_on(today), office__in=offices)
    posts = dict(rows.order_by("since").values_list("office_id", "posts"))
    return {each: Staffing(agents.get(each, 0), posts.get(each)) for each in offices}


def _levels(people: QuerySet[Person], by: str, today: date) -> Mapping[int, list[tuple[str, int]]]:
    rows = LevelPeriod.objects.filter(
        Q(ended_on=None) | Q(ended_on__gt=today),
        person__in=people,
        superseded_at=None,
        began_on__lte=today,
    )
    found: dict[int, list[tuple[str, int]]] = defaultdict(list)
    counted = rows.order_by().values_list(f"person__{by}", "level")
    for key, level, number in counted.annotate(number=Count("pk")):
        found[key].append((level, number))
    return found


def _hours(levels: list[tuple[str, int]], people: int, weights: Mapping[str, Decimal]) -> Decimal:
    """Hours a month of the people; those of whom no level was set weigh as not yet set."""
    unset = people - sum(number for _, number in levels)
    counted = [*levels, (NOT_SET, unset)]
    return sum((weights.get(level, Decimal(0)) * number for level, number in counted), Decimal(0))
