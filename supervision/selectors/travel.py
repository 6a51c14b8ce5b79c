"""Requests to travel, and what is looked at before they are decided."""

from dataclasses import dataclass
from datetime import date

from offenders.choices import WarrantStatus
from offenders.models import Warrant
from offenders.selectors.reading import Reading
from ots.access.categories import Category
from ots.access.scopes import in_scope
from supervision.choices.incident import AllegationState
from supervision.choices.travel import TravelStatus
from supervision.models import Allegation, ConditionTerms, TravelPermit, VictimParticulars
from supervision.rules.traveling import Check, Finding, TravelFacts, Trip, checks_of, days_away
from supervision.selectors.eligibility_rows import REGISTERS

TRAVELED = (TravelStatus.GRANTED, TravelStatus.RETURNED)


@dataclass(frozen=True, slots=True)
class Travel:
    """A person's requests, newest first, and the days spent in other states within a year."""

    permits: list[object]
    days_used: int


@dataclass(frozen=True, slots=True)
class Request:
    """One request with its checks; a victim's place is checked only before those who may see."""

    permit: object
    checks: tuple[Check, ...]
    is_granted: bool


def travel_of(reading: Reading, person_id: int, *, today: date) -> Travel:
    """Return the requests: one query."""
    if not reading.sees(TravelPermit, "place"):
        return Travel([], 0)
    rows = list(_permits(reading, person_id))
    used = days_away((_trip(each) for each in rows if each.status in TRAVELED), year_to=today)
    return Travel([reading.masked(each) for each in rows], used)


def request_of(reading: Reading, person_id: int, permit_id: int) -> Request | None:
    """Return one request as it stands, with its checks."""
    if not reading.sees(TravelPermit, "place"):
        return None
    rows = list(_permits(reading, person_id))
    permit = next((each for each in rows if each.pk == permit_id), None)
    if permit is None:
        return None
    is_granted = permit.status in TRAVELED
    return Request(reading.masked(permit), _checks(reading, permit, rows), is_granted)


def plain_checks(person_id: int, permit_id: int) -> tuple[Check, ...]:
    """Return the checks that are kept with the decision: none that would tell of a victim."""
    rows = list(TravelPermit.objects.filter(person=person_id, superseded_at=None))
    permit = next((each for each in rows if each.pk == permit_id), None)
    return _plain(permit, rows) if permit else ()


def _permits(reading: Reading, person_id: int) -> "list[TravelPermit]":
    rows = in_scope(reading.viewer, TravelPermit.objects.all(), person="person")
    return list(rows.filter(person=person_id, superseded_at=None))


def _checks(reading: Reading, permit: TravelPermit, rows: list[TravelPermit]) -> tuple[Check, ...]:
    checks = _plain(permit, rows)
    if reading.sees_category(Category.VICTIM):
        return (*checks, _victim_check(permit))
    return checks


def _plain(permit: TravelPermit, rows: list[TravelPermit]) -> tuple[Check, ...]:
    earlier = tuple(
        _trip(each) for each in rows if each.pk != permit.pk and each.status in TRAVELED
    )
    return checks_of(_trip(permit), _facts(permit, earlier))


def _facts(permit: TravelPermit, earlier: tuple[Trip, ...]) -> TravelFacts:
    person = permit.person_id
    warrants = Warrant.objects.filter(
        person=person, superseded_at=None, status=WarrantStatus.ACTIVE
    )
    pending = Allegation.objects.filter(
        person=person,
        superseded_at=None,
        state=AllegationState.ALLEGED,
        incident__is_information=False,
    )
    registers = ConditionTerms.objects.filter(
        person=person,
        superseded_at=None,
        ended_on=None,
        condition__template__code=REGISTERS,
    )
    return TravelFacts(
        asked_on=permit.asked_on,
        has_warrant=warrants.exists(),
        pending_violations=pending.count(),
        is_registered=registers.exists(),
        earlier=earlier,
    )


def _victim_check(permit: TravelPermit) -> Check:
    near = VictimParticulars.objects.filter(
        victim__person=permit.person_id,
        superseded_at=None,
        state=permit.state,
        city__iexact=permit.place.split(",")[0].strip(),
    ).exists()
    found = "a victim lives at the destination" if near else "none known at the destination"
    return Check(
        "victim", "No victim at the destination", Finding.LOOK if near else Finding.CLEAR, found
    )


def _trip(permit: TravelPermit) -> Trip:
    return Trip(permit.departs_on, permit.returns_on, permit.state)
