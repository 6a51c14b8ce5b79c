"""In which order things press: what is late and weighs most comes first."""

from datetime import date
from enum import IntEnum

from supervision.rules.obligations import ObligationState


class Press(IntEnum):
    """How much a thing presses today, the most first."""

    LATE_CRITICAL = 0
    LATE = 1
    TODAY = 2
    DUE = 3
    DECIDE = 4
    COMING = 5


def press_of_due(state: ObligationState, *, is_critical: bool) -> Press:
    """How much a thing that is due or past its day presses."""
    if state is not ObligationState.OVERDUE:
        return Press.DUE
    return Press.LATE_CRITICAL if is_critical else Press.LATE


def press_of_day(day: date, today: date, *, late: Press) -> Press:
    """How much a thing of one day presses: today's, what is to come, and what was missed."""
    if day == today:
        return Press.TODAY
    return Press.COMING if day > today else late
