"""Whom the demonstration's agents supervise."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone

from offenders.choices import IdentifierKind, Status
from offenders.models import Person
from ots.access.demo_users import DEMO_USERS
from ots.access.models import User
from ots.access.viewer import Viewer
from ots.exchange.agencies.broward.mapping import ISSUER
from supervision.services.cases import Placement, assign_case

REASON = "Given to an agent of the demonstration"


@dataclass(frozen=True, slots=True)
class Caseload:
    """How many people an agent is to have: of one status, and of the county's hundred."""

    username: str
    status: Status
    made_up: int
    from_county: int = 0


CASELOADS = (
    Caseload("olivia", Status.PAROLE, made_up=14, from_county=4),
    Caseload("oscar", Status.PAROLE, made_up=10, from_county=3),
    Caseload("priya", Status.PROBATION, made_up=14),
    Caseload("martha", Status.PAROLE, made_up=10, from_county=3),
)


def fill_caseloads(viewer: Viewer) -> int:
    """Give each agent the people still missing from the caseload; returns how many were given."""
    return sum(_fill(viewer, caseload) for caseload in CASELOADS)


def _fill(viewer: Viewer, caseload: Caseload) -> int:
    agent = User.objects.select_related("office").get(username=caseload.username)
    county = Person.objects.filter(
        identifier_set__kind=IdentifierKind.STUDY, identifier_set__issuer=ISSUER
    )
    made_up = Person.objects.filter(status=caseload.status).exclude(pk__in=county.values("pk"))
    given = _missing(made_up, agent, caseload.made_up)
    # Those inside or discharged have no agent.
    given += _missing(county.filter(status=Status.NONE), agent, caseload.from_county)
    return _give(viewer, given, agent)


def _missing(people: QuerySet[Person], agent: User, number: int) -> list[Person]:
    wanted = number - people.filter(agent=agent).count()
    demo_agents = User.objects.filter(username__in=[each.username for each in DEMO_USERS])
    free = people.exclude(agent__in=demo_agents).order_by("pk")
    return list(free[: max(wanted, 0)])


def _give(viewer: Viewer, people: Iterable[Person], agent: User) -> int:
    if agent.office is None:
        raise ValueError(f"[{agent}] works at no office: give the account one.")
    placement = Placement(agent=agent, office=agent.office, began_on=timezone.localdate())
    given = 0
    for person in people:
        assign_case(viewer, person.pk, placement, reason=REASON)
        given += 1
    return given
