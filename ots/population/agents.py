"""Agents to supervise the people who are made up, where an office has too few of its own."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from random import Random

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.db import transaction

from offenders import choices
from ots.access.models import Office, User
from ots.population.naming import WOMEN_SHARE, first_name, last_name
from ots.population.places import office_shares
from ots.population.weights import happens

PEOPLE_AN_AGENT = 65
FEWEST = 2
PAROLE_AGENT, PROBATION_AGENT = "Parole agent", "Probation agent"
ROLES = (PAROLE_AGENT, PROBATION_AGENT)


@dataclass(frozen=True, slots=True)
class Staffing:
    """How many people the agents of the state will have to supervise."""

    people_supervised: int

    def agents_needed(self, share: float) -> int:
        """Return how many agents an office with that share of the people needs."""
        return max(FEWEST, ceil(self.people_supervised * share / PEOPLE_AN_AGENT))


@transaction.atomic
def appoint_agents(staffing: Staffing) -> int:
    """Add agents, who cannot sign in, until every office has enough; returns how many."""
    groups = {group.name: group for group in Group.objects.filter(name__in=ROLES)}
    shares = office_shares()
    appointed = 0
    for office in Office.objects.filter(code__in=shares).order_by("code"):
        lacking = staffing.agents_needed(shares[office.code]) - _agents_of(office)
        appointed += len(_appointed(office, lacking, groups))
    return appointed


def agents_by_office(offices: Mapping[str, int]) -> Mapping[str, tuple[int, ...]]:
    """Return the active agents of each office, in the order in which they came."""
    codes = {key: code for code, key in offices.items()}
    found: dict[str, list[int]] = defaultdict(list)
    agents = User.objects.filter(is_active=True, groups__name__in=ROLES, office__in=codes)
    for key, office in agents.order_by("pk").distinct().values_list("pk", "office_id"):
        found[codes[office]].append(key)
    return {code: tuple(keys) for code, keys in found.items()}


def _agents_of(office: Office) -> int:
    return (
        User.objects.filter(is_active=True, groups__name__in=ROLES, office=office)
        .distinct()
        .count()
    )


def _appointed(office: Office, number: int, groups: Mapping[str, Group]) -> list[User]:
    """Add so many agents to an office, half for parole and half for probation."""
    begun = User.objects.filter(username__startswith=_username(office, "")).count()
    agents = [_agent(office, begun + place) for place in range(max(0, number))]
    User.objects.bulk_create(agents)
    for name in ROLES:
        groups[name].user_set.add(*(agent for agent in agents if agent.job_title == name))
    return agents


def _agent(office: Office, place: int) -> User:
    username = _username(office, f"{place:03d}")
    random = Random(username)  # noqa: S311  nothing secret is drawn
    sex = choices.Sex.FEMALE if happens(random, WOMEN_SHARE) else choices.Sex.MALE
    return User(
        username=username,
        first_name=first_name(random, sex),
        last_name=last_name(random),
        password=make_password(None),
        agency_id=office.agency_id,
        office=office,
        job_title=ROLES[place % len(ROLES)],
    )


def _username(office: Office, place: str) -> str:
    return f"agent.{office.code.lower()}.{place}"
