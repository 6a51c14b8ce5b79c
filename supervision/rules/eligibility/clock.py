"""Months that stand still while the person is wanted, out of touch or inside."""

from collections.abc import Sequence
from datetime import date, timedelta

from supervision.rules.eligibility.facts import Pause
from timecomp.engine.dates import DaySpan, Rounding, add_months, union


def months_on_the_clock(start: date, months: int, pauses: Sequence[Pause]) -> date:
    """The day on which so many months have run; days of a pause push it out, each once."""
    day = add_months(start, months, rounding=Rounding.LAST_DAY_OF_MONTH)
    for span in union(_span(each, start) for each in pauses if each.until != each.since):
        if span.start < day:
            day += timedelta(days=span.days)
    return day


def _span(pause: Pause, start: date) -> DaySpan:
    """The pause from the start on; one that goes on is asked about by itself."""
    since = max(pause.since, start)
    until = pause.until if pause.until is not None else since
    return DaySpan(since, max(since, until))
