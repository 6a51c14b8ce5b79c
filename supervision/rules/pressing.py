"""In which order things press: what is late and weighs most comes first."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Final

from supervision.rules.obligations import ObligationState
from timecomp.engine.parameters import Value, parameter
from timecomp.engine.standing import Standing


class Press(StrEnum):
    """How a thing presses."""

    LATE_CRITICAL = "late_critical"
    LATE = "late"
    TODAY = "today"
    DUE = "due"
    DECIDE = "decide"
    COMING = "coming"


ORDER: Final = parameter(
    "supervision.pressing_order",
    title="What presses before what in the day's list",
    unit="order",
    module=__name__,
    values=[
        Value(
            None,
            tuple(Press),
            "Default of the agency; edit it",
            Standing.INFERRED,
            "The agency's own order.",
        )
    ],
)


def places_on(day: date) -> Mapping[Press, int]:
    """Return the place of each in the order in force on a day, the first presses most."""
    return _places(ORDER.on(day).amount)


def press_of_due(state: ObligationState, *, is_critical: bool) -> Press:
    """How a thing that is due or past its day presses."""
    if state is not ObligationState.OVERDUE:
        return Press.DUE
    return Press.LATE_CRITICAL if is_critical else Press.LATE


def press_of_day(day: date, today: date, *, late: Press) -> Press:
    """How a thing of one day presses: today's, what is to come, and what was missed."""
    if day == today:
        return Press.TODAY
    return Press.COMING if day > today else late


@cache
def _places(order: tuple[Press, ...]) -> Mapping[Press, int]:
    return {each: place for place, each in enumerate(order)}
