"""How a supervisor's agents and offices stand: a constant number of queries for all of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, DurationField, ExpressionWrapper, F, Q, QuerySet

from offenders.models import Person
from offenders.selectors.reading import Reading
from ots.access.models import Office, User
from ots.access.permissions import Permission
from ots.access.scopes import in_scope
from supervision.models import Contact
from supervision.rules.counting import Counts
from supervision.rules.policy import PROMPT_HOURS
from supervision.selectors.answers import waiting_answers, waiting_reports
from supervision.selectors.offers import open_offers
from supervision.selectors.overrides import overrides_waiting
from supervision.selectors.recommendations import waiting_list
from supervision.selectors.standings import agent_counts, office_counts, rate_since
from supervision.selectors.workload import Staffing, Workload, staffing_of, weights_on, workloads


@dataclass(frozen=True, slots=True)
class Entries:
    """How soon contacts were written down."""

    number: int = 0
    prompt: int = 0

    @property
    def percent(self) -> int | None:
        """Return the share written down promptly; nothing where there was none."""
        return round(100 * self.prompt / self.number) if self.number else None


@dataclass(frozen=True, slots=True)
class TeamLine:
    """One agent or one office: people, hours of work a month, what is due, how soon written."""

    key: int
    name: str
    workload: Workload
    counts: Counts
    entries: Entries
    staffing: Staffing = Staffing(agents=1)

    @property
    def people(self) -> int:
        """Return how many people it is."""
        return self.workload.people

    @property
    def percent_of_usable(self) -> int | None:
        """Return the share of the hours that its agents have for cases."""
        return self.workload.percent_of(self.staffing.agents)


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
    loads = workloads(reading, people, "agent_id", today=today)
    names = {user.pk: str(user) for user in User.objects.filter(pk__in=loads)}
    counts = agent_counts(reading, list(loads), today=today)
    entries = _entries(reading, "agent_id", list(loads), today)
    return _in_order(
        TeamLine(key, names.get(key, ""), load, counts.get(key, Counts()), entries[key])
        for key, load in loads.items()
    )


def offices_of(reading: Reading, *, today: date) -> list[TeamLine]:
    """Return how each office within reach stands, those with most overdue first."""
    people = _people(reading).filter(office__isnull=False)
    loads = workloads(reading, people, "office_id", today=today)
    names = {office.pk: office.name for office in Office.objects.filter(pk__in=loads)}
    counts = office_counts(reading, list(loads), today=today)
    entries = _entries(reading, "person__office_id", list(loads), today)
    staffing = staffing_of(list(loads), today=today)
    return _in_order(
        TeamLine(
            key, names.get(key, ""), load, counts.get(key, Counts()), entries[key], staffing[key]
        )
        for key, load in loads.items()
    )


def weights_await(today: date) -> bool:
    """Say whether a weight in force has still to be confirmed."""
    return any(row.awaits_confirmation for row in weights_on(today).values())


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


def _entries(reading: Reading, by: str, keys: list[int], today: date) -> Mapping[int, Entries]:
    if not reading.sees(Contact, "started_at"):
        return dict.fromkeys(keys, Entries())
    took = ExpressionWrapper(F("recorded_at") - F("started_at"), output_field=DurationField())
    rows = Contact.objects.filter(
        **{f"{by}__in": keys},
        supersedes=None,
        started_at__date__gt=rate_since(today),
        started_at__date__lte=today,
    )
    prompt = timedelta(hours=PROMPT_HOURS.on(today).amount)
    counted = (
        rows.annotate(took=took)
        .order_by()
        .values_list(by)
        .annotate(number=Count("pk"), prompt=Count("pk", filter=Q(took__lte=prompt)))
    )
    found = {key: Entries(number, soon) for key, number, soon in counted}
    return {key: found.get(key, Entries()) for key in keys}


def _in_order(lines: Iterable[TeamLine]) -> list[TeamLine]:
    return sorted(lines, key=lambda line: (-line.counts.overdue, line.name))
