"""How much work a caseload is: hours a month by level, beside the hours that there are."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from django.db.models import Count, Q

from offenders.models import Person
from offenders.selectors.reading import Reading
from ots.access.scopes import in_scope
from supervision.choices.period import SupervisionLevel
from supervision.models import LevelPeriod, WorkloadWeight

USABLE: Final = "usable_hours"


@dataclass(frozen=True, slots=True)
class Workload:
    """The people of a caseload, the hours a month that they take, and the hours there are."""

    people: int = 0
    hours: Decimal = Decimal(0)
    usable: Decimal = Decimal(0)
    awaits_confirmation: bool = False

    @property
    def share(self) -> float | None:
        """Return the percent of the usable hours that is taken; nothing where none are set."""
        return float(100 * self.hours / self.usable) if self.usable else None


def weights_on(day: date) -> dict[str, WorkloadWeight]:
    """Return the weights in force on a day by level or task: one query."""
    rows = WorkloadWeight.objects.filter(Q(until=None) | Q(until__gt=day), since__lte=day)
    return {each.key: each for each in rows.order_by("since")}


def workload_of_agents(
    reading: Reading, agents: Collection[int], *, today: date
) -> dict[int, Workload]:
    """Return the workload of each agent: three queries, however many they are."""
    if not reading.sees(LevelPeriod, "level"):
        return dict.fromkeys(agents, Workload())
    weights = weights_on(today)
    people = in_scope(reading.viewer, Person.objects.filter(agent__in=agents))
    in_all = dict(people.order_by().values_list("agent").annotate(number=Count("pk")))
    by_agent: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for agent, level, number in _levels(people, today):
        by_agent[agent].append((level, number))
    return {agent: _workload(by_agent[agent], in_all.get(agent, 0), weights) for agent in agents}


def _levels(people: object, today: date) -> Iterable[tuple[int, str, int]]:
    rows = LevelPeriod.objects.filter(
        Q(ended_on=None) | Q(ended_on__gt=today),
        person__in=people,
        superseded_at=None,
        began_on__lte=today,
    )
    counted = rows.order_by().values_list("person__agent_id", "level")
    return counted.annotate(number=Count("pk"))


def _workload(
    levels: list[tuple[str, int]], people: int, weights: dict[str, WorkloadWeight]
) -> Workload:
    unset = people - sum(number for _, number in levels)
    counted = [*levels, (SupervisionLevel.UNASSIGNED.value, unset)]
    used = [(weights[level], number) for level, number in counted if level in weights and number]
    usable = weights.get(USABLE)
    return Workload(
        people=people,
        hours=sum((weight.hours * number for weight, number in used), Decimal(0)),
        usable=usable.hours if usable else Decimal(0),
        awaits_confirmation=any(weight.awaits_confirmation for weight, _ in used),
    )
