"""When one clerk's name is not enough: how much and how near, as dated amounts of the house."""

from collections.abc import Mapping
from datetime import date, timedelta

from timecomp.choices import SecondClerkReason
from timecomp.engine.parameters import Value, parameter
from timecomp.engine.standing import Standing
from timecomp.models import Computation
from timecomp.selectors.frozen import OFFENDER_DATES

_AWAITS = "The records office's own figure, in its rules on certifying dates."
_CITATION = "House rule of the records office; no statute sets it"
DAYS_EARLIER = parameter(
    "second_clerk_days_earlier",
    title="Days by which a date may move earlier on one clerk's name",
    unit="days",
    module=__name__,
    values=[Value(None, 30, _CITATION, Standing.INFERRED, _AWAITS)],
)
DAYS_TO_RELEASE = parameter(
    "second_clerk_days_to_release",
    title="Days before release from which two clerks certify",
    unit="days",
    module=__name__,
    values=[Value(None, 60, _CITATION, Standing.INFERRED, _AWAITS)],
)
# Parole's own end is certified with the rest, but opens no prison door.
RELEASES = ("earliest_release_date", "maximum_discharge_date")


def second_clerk_needed_for(
    computation: Computation, official: Computation | None, *, today: date
) -> list[SecondClerkReason]:
    """Say why the dates need a second clerk; nothing where one is enough."""
    found = {
        SecondClerkReason.EARLIER: _moves_earlier(computation, official, today=today),
        SecondClerkReason.NEAR: _is_near(computation, official, today=today),
        SecondClerkReason.OVERRIDDEN: bool(_results(computation).get("overrides")),
        SecondClerkReason.OPEN: bool(computation.exception_count),
    }
    return [reason for reason, holds in found.items() if holds]


def _moves_earlier(computation: Computation, official: Computation | None, *, today: date) -> bool:
    allowed = timedelta(days=DAYS_EARLIER.on(today).amount)
    for name in OFFENDER_DATES:
        now, before = _day(computation, name), official and _day(official, name)
        if now and before and before - now > allowed:
            return True
    return False


def _is_near(computation: Computation, official: Computation | None, *, today: date) -> bool:
    """Release within the days set; a day that has come counts while it is not yet official."""
    last = today + timedelta(days=DAYS_TO_RELEASE.on(today).amount)
    for name in RELEASES:
        day = _day(computation, name)
        is_new = official is None or _day(official, name) != day
        if day and day <= last and (day >= today or is_new):
            return True
    return False


def _day(computation: Computation, name: str) -> date | None:
    day: date | None = getattr(computation, name)
    return day


def _results(computation: Computation) -> Mapping[str, object]:
    results: Mapping[str, object] = computation.results
    return results
