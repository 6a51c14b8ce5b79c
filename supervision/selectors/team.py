"""How a supervisor's agents and offices stand: a constant number of queries for all of them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from django.db.models import Count, DurationField, ExpressionWrapper, F, Q, QuerySet

from offenders.models import Person
from offenders.selectors.reading import Reading
from ots.access.models import Office, User
from ots.access.permissions import Permission
from ots.access.scopes import in_scope
from supervision.choices.period import SupervisionLevel
from supervision.models import Contact, LevelPeriod, WorkloadWeight
from supervision.rules.counting import Counts
from supervision.selectors.answers import waiting_answers, waiting_reports
from supervision.selectors.offers import open_offers
from supervision.selectors.overrides import overrides_waiting
from supervision.selectors.recommendations import waiting_list
from supervision.selectors.standings import agent_counts, office_counts, rate_since

PROMPT: Final = timedelta(hours=24)
USABLE: Final = "usable_hours"
NOT_SET: Final = SupervisionLevel.UNASSIGNED.value


@dataclass(frozen=True, slots=True)
class Entries:
    """How soon contacts were written down."""

    number: int = 0
    prompt: int = 0

    @property
    def percent(self) -> int | None:
        """Return the share written down within a day; nothing where there was none."""
        return round(100 * self.prompt / self.number) if self.number else None


@dataclass(frozen=True, slots=True)
class TeamLine:
    """One agent or one office: people, hours of work a month, what is due, how soon written."""

    key: int
    name: str
    people: int
    hours: Decimal | None
    percent_of_usable: int | None
    counts: Counts
    entries: Entries


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for a supervisor's decision, and where."""

    label: str
    url_name: str
    number: int


def agents_of(reading: Reading, *, today: date, office: int | None = None) -> list[TeamLine]:
    """Return how each agent within reach stands, those with most overdue first."""
    people = _people(reading).filter(agent__isnull=False)
    if office is not None:
        people = people.filter(office=office)
    loads = _loads(people, "agent_id", today)
    names = {user.pk: str(user) for user in User.objects.filter(pk__in=loads)}
    counts = agent_counts(reading, list(loads), today=today)
    entries = _entries(reading, "agent_id", list(loads), today)
    return _lines(loads, names, counts, entries, today)


def offices_of(reading: Reading, *, today: date) -> list[TeamLine]:
    """Return how each office within reach stands, those with most overdue first."""
    loads = _loads(_people(reading).filter(office__isnull=False), "office_id", today)
    names = {office.pk: office.name for office in Office.objects.filter(pk__in=loads)}
    counts = office_counts(reading, list(loads), today=today)
    entries = _entries(reading, "person__office_id", list(loads), today)
    return _lines(loads, names, counts, entries, today)


def approvals(reading: Reading) -> list[Waiting]:
    """Return what waits for the viewer's decision."""
    answers = waiting_answers(reading).count() + len(waiting_reports(reading))
    return [
        Waiting("Answers to violations and reports", "supervision:waiting", answers),
        Waiting("Overrides of levels", "supervision:overrides", len(overrides_waiting(reading))),
        Waiting(
            "Recommendations",
            "supervision:recommendations-waiting",
            waiting_list(reading.viewer).count(),
        ),
        Waiting("Cases offered", "supervision:offers", open_offers(reading.viewer).count()),
    ]


def _people(reading: Reading) -> QuerySet[Person]:
    offices = reading.viewer.office_ids
    people = in_scope(reading.viewer, Person.objects.order_by())
    if not offices and reading.viewer.may(Permission.SCOPE_STATEWIDE):
        return people
    return people.filter(office__in=offices) if offices else people.none()


def _loads(people: QuerySet[Person], by: str, today: date) -> dict[int, dict[str, int]]:
    """Count the people of each by level; those of whom none was set as not yet set."""
    counted = people.values_list(by).annotate(number=Count("pk"))
    loads: dict[int, dict[str, int]] = {key: {NOT_SET: number} for key, number in counted}
    levels = (
        LevelPeriod.objects.filter(person__in=people, superseded_at=None, began_on__lte=today)
        .filter(Q(ended_on=None) | Q(ended_on__gt=today))
        .order_by()
        .values_list(f"person__{by}", "level")
        .annotate(number=Count("pk"))
    )
    for key, level, number in levels:
        if level != NOT_SET:
            loads[key][level] = number
            loads[key][NOT_SET] -= number
    return loads


def _entries(reading: Reading, by: str, keys: list[int], today: date) -> Mapping[int, Entries]:
    if not reading.sees(Contact, "started_at"):
        return {}
    took = ExpressionWrapper(F("recorded_at") - F("started_at"), output_field=DurationField())
    rows = Contact.objects.filter(
        **{f"{by}__in": keys},
        supersedes=None,
        started_at__date__gt=rate_since(today),
        started_at__date__lte=today,
    )
    counted = (
        rows.annotate(took=took)
        .order_by()
        .values_list(by)
        .annotate(number=Count("pk"), prompt=Count("pk", filter=Q(took__lte=PROMPT)))
    )
    return {key: Entries(number, prompt) for key, number, prompt in counted}


def _lines(
    loads: Mapping[int, Mapping[str, int]],
    names: Mapping[int, str],
    counts: Mapping[int, Counts],
    entries: Mapping[int, Entries],
    today: date,
) -> list[TeamLine]:
    weights = _weights(today)
    lines = [
        TeamLine(
            key=key,
            name=names.get(key, ""),
            people=sum(levels.values()),
            hours=(hours := _hours(levels, weights)),
            percent_of_usable=_percent(hours, weights.get(USABLE)),
            counts=counts.get(key, Counts()),
            entries=entries.get(key, Entries()),
        )
        for key, levels in loads.items()
    ]
    return sorted(lines, key=lambda line: (-line.counts.overdue, line.name))


def _weights(today: date) -> dict[str, Decimal]:
    rows = WorkloadWeight.objects.filter(since__lte=today).filter(
        Q(until=None) | Q(until__gt=today)
    )
    return {row.key: row.hours for row in rows.order_by("since")}


def _hours(levels: Mapping[str, int], weights: Mapping[str, Decimal]) -> Decimal | None:
    """Hours a month of the people whose level has a weight; nothing where no weight is known."""
    if not weights:
        return None
    known: dict[str, Decimal] = defaultdict(Decimal, weights)
    return sum((number * known[level] for level, number in levels.items()), Decimal(0))


def _percent(hours: Decimal | None, usable: Decimal | None) -> int | None:
    return round(100 * hours / usable) if hours is not None and usable else None
