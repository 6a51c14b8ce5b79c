"""How people, agents and offices stand with what is due: constant queries for as many as asked."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min, Q, QuerySet

from offenders.models import Person
from offenders.selectors.reading import Reading
from ots.access.scopes import in_scope
from supervision.models import Obligation
from supervision.rules.counting import Counts, counts_of, days_at_risk, worst
from supervision.rules.obligations import ObligationState as State
from supervision.rules.policy import RATE_DAYS, back
from supervision.selectors.lives import held_by_person, supervised_by_person
from supervision.selectors.states import silent_feeds, with_states

TO_DO = frozenset({State.DUE, State.TARDY, State.OVERDUE, State.UNKNOWN})


@dataclass(frozen=True, slots=True)
class PersonStanding:
    """How one person stands: the worst of what is critical and live, counts, and the next day."""

    worst: State | None = None
    live: Counts = Counts()
    recent: Counts = Counts()
    next_due_on: date | None = None


NOTHING_DUE = PersonStanding()


def person_states(
    reading: Reading, people: Collection[int], *, today: date
) -> dict[int, PersonStanding]:
    """Return how each of the people stands: three queries, however many they are.

    ``live`` counts what is to be looked after; ``recent`` what fell due in the last days.
    """
    if not reading.sees(Obligation, "due_on"):
        return dict.fromkeys(people, NOTHING_DUE)
    since = rate_since(today)
    rows = _states(Obligation.objects.filter(person_id__in=people), today, since)
    live: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    recent: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    critical: dict[int, set[State]] = defaultdict(set)
    soonest: dict[int, date] = {}
    for person, state, is_critical, is_live, has_passed, number, due_on in rows:
        if is_live:
            live[person][state] += number
            soonest[person] = min(due_on, soonest.get(person, due_on))
            if is_critical:
                critical[person].add(State(state))
        if has_passed:
            recent[person][state] += number
    return {
        person: PersonStanding(
            worst=worst(critical[person]),
            live=counts_of(live[person]),
            recent=counts_of(recent[person]),
            next_due_on=soonest.get(person),
        )
        for person in people
    }


def rate_since(today: date) -> date:
    """Return the first day of those whose share on time is shown."""
    return back(today, RATE_DAYS)


def agent_counts(reading: Reading, agents: Collection[int], *, today: date) -> dict[int, Counts]:
    """Count what is live and what fell due in the last days of each agent's people: three queries.

    The share on time leaves out what was excused: custody, warrants and pauses count for nobody.
    """
    return _counts(reading, "person__agent_id", agents, today=today)


def office_counts(reading: Reading, offices: Collection[int], *, today: date) -> dict[int, Counts]:
    """Count what fell due in the last days, and what is live, of each office's people."""
    return _counts(reading, "person__office_id", offices, today=today)


def person_days(people: Collection[int], *, first: date, last: date) -> dict[int, int]:
    """Count for each of the people the days supervised and not held: four queries."""
    supervised = supervised_by_person(people, since=first)
    held = held_by_person(people, since=first, today=last)
    return {
        person: days_at_risk(supervised[person], held[person], first=first, last=last)
        for person in people
    }


def _counts(reading: Reading, by: str, keys: Collection[int], *, today: date) -> dict[int, Counts]:
    if not reading.sees(Obligation, "due_on"):
        return dict.fromkeys(keys, Counts())
    people = in_scope(reading.viewer, Person.objects.filter(**{f"{by[8:]}__in": keys}))
    silent, since = silent_feeds(), rate_since(today)
    numbers: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for rows in _live_and_recent(Obligation.objects.filter(person__in=people), today, since):
        stated = with_states(rows, today=today, silent=silent).order_by().values_list(by, "state")
        for key, state, number in stated.annotate(number=Count("pk")):
            numbers[key][state] += number
    return {key: counts_of(numbers[key]) for key in keys}


def _live_and_recent(
    rows: QuerySet[Obligation], today: date, since: date
) -> tuple[QuerySet[Obligation], QuerySet[Obligation]]:
    """Return what is live, and what is closed of the last days: each by an index of its own."""
    closed = rows.filter(closed_on__isnull=False, due_on__range=(since, today))
    return rows.filter(closed_on=None), closed


def _states(
    rows: QuerySet[Obligation], today: date, since: date
) -> Iterator[tuple[int, str, bool, bool, bool, int, date]]:
    silent = silent_feeds()
    for part in _live_and_recent(rows, today, since):
        yield from (
            with_states(part, today=today, silent=silent)
            .order_by()
            .annotate(
                is_live=Q(closed_on__isnull=True),
                has_passed=Q(due_on__range=(since, today)),
            )
            .values_list("person_id", "state", "is_critical", "is_live", "has_passed")
            .annotate(number=Count("pk"), soonest=Min("due_on"))
        )
