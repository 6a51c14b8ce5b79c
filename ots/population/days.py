"""Days to draw and to count; calendar months are those of the law's own arithmetic."""

from datetime import date, timedelta
from random import Random

from timecomp.engine import dates

DAYS_A_MONTH = 30.4375


def months_after(day: date, months: int) -> date:
    """Return the day so many calendar months on."""
    return dates.add_months(day, months, rounding=dates.Rounding.LAST_DAY_OF_MONTH)


def days_after(day: date, days: int) -> date:
    """Return the day so many days on."""
    return day + timedelta(days=days)


def days_between(first: date, last: date) -> int:
    """Return the days from one to the other."""
    return (last - first).days


def months_in(days: int) -> int:
    """Return about how many months that many days are."""
    return int(days / DAYS_A_MONTH)


def drawn_between(random: Random, first: date, last: date) -> date:
    """Draw a day from the first up to the last, both possible; the first if they are reversed."""
    return first + timedelta(days=random.randint(0, max(0, (last - first).days)))
