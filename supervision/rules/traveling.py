"""What is looked at before a person may travel."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from timecomp.engine.dates import DaySpan, Rounding, add_years, days_including_both, union
from timecomp.engine.parameters import Parameter, Value, parameter
from timecomp.engine.standing import Standing

OURS = "Default of the agency; edit it"
HOME_STATE = "MI"


def _days(
    key: str, title: str, amount: int, *, citation: str, standing: Standing
) -> Parameter[int]:
    return parameter(
        f"supervision.travel_{key}",
        title=title,
        unit="days",
        module=__name__,
        values=[Value(None, amount, citation, standing, "To be confirmed.")],
    )


NOTICE = _days(
    "notice",
    "Days ahead that leave to travel is asked for",
    7,
    citation="Usual notice of a Michigan court office",
    standing=Standing.RECALLED,
)
COMPACT = _days(
    "compact",
    "Days in another state within a year from which the compact governs",
    45,
    citation="Interstate compact (ICAOTS), relocation",
    standing=Standing.RECALLED,
)
REPORT = _days(
    "report",
    "Days after the return to report",
    1,
    citation=OURS,
    standing=Standing.INFERRED,
)


class Finding(StrEnum):
    """How a check came out."""

    CLEAR = "clear"
    LOOK = "look"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Check:
    """One check before travel, with what was found."""

    key: str
    asks: str
    finding: Finding
    found: str
    citation: str = ""


@dataclass(frozen=True, slots=True)
class Trip:
    """Days away, the first and the last included, and where to."""

    departs_on: date
    returns_on: date
    state: str


@dataclass(frozen=True, slots=True)
class TravelFacts:
    """What the record says of one who asks to travel."""

    asked_on: date
    has_warrant: bool
    pending_violations: int
    is_registered: bool
    earlier: tuple[Trip, ...] = ()


def checks_of(trip: Trip, facts: TravelFacts) -> tuple[Check, ...]:
    """Return every check of a trip."""
    return (
        _notice(trip, facts),
        _warrant(facts),
        _violation(facts),
        _registration(trip, facts),
        _days_away(trip, facts),
    )


def days_away(trips: Iterable[Trip], *, year_to: date) -> int:
    """Return the days in other states within the year up to a day, no day twice."""
    since = add_years(year_to, -1, rounding=Rounding.FIRST_DAY_OF_NEXT_MONTH)
    spans = [
        DaySpan(max(each.departs_on, since), min(each.returns_on, year_to))
        for each in trips
        if each.state != HOME_STATE and each.returns_on >= since and each.departs_on <= year_to
    ]
    joined = union(DaySpan(each.start, _day_after(each.end)) for each in spans)
    return sum(each.days for each in joined)


def _day_after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def _notice(trip: Trip, facts: TravelFacts) -> Check:
    limit = NOTICE.on(facts.asked_on)
    ahead = (trip.departs_on - facts.asked_on).days
    return Check(
        "notice",
        f"Asked for {limit.amount} days ahead",
        Finding.CLEAR if ahead >= limit.amount else Finding.LOOK,
        f"{ahead} days ahead",
        limit.citation,
    )


def _warrant(facts: TravelFacts) -> Check:
    return Check(
        "warrant",
        "No active warrant",
        Finding.STOP if facts.has_warrant else Finding.CLEAR,
        "a warrant is active" if facts.has_warrant else "none",
    )


def _violation(facts: TravelFacts) -> Check:
    pending = facts.pending_violations
    return Check(
        "violation",
        "No violation waits to be decided",
        Finding.LOOK if pending else Finding.CLEAR,
        f"{pending} waiting" if pending else "none",
    )


def _registration(trip: Trip, facts: TravelFacts) -> Check:
    if not facts.is_registered:
        return Check("registration", "Registration", Finding.CLEAR, "not registered")
    found = f"registered: look up the duties of {trip.state} and of leaving Michigan"
    return Check("registration", "Registration", Finding.LOOK, found)


def _days_away(trip: Trip, facts: TravelFacts) -> Check:
    limit = COMPACT.on(facts.asked_on)
    total = days_away([*facts.earlier, trip], year_to=trip.returns_on)
    own = days_including_both(trip.departs_on, trip.returns_on)
    found = f"{own} days, {total} in other states within a year"
    if total > limit.amount:
        found += f"; more than {limit.amount}: ask for a transfer under the compact"
    return Check(
        "days_away",
        f"No more than {limit.amount} days in other states within a year",
        Finding.LOOK if total > limit.amount else Finding.CLEAR,
        found,
        limit.citation,
    )
