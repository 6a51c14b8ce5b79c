"""All date arithmetic of the law of time; nothing else in the book adds to a date.

A month is a calendar month and a year a calendar year (MCL 8.3j): terms are never turned into 30 or
365 days. Where a month has no such day the caller must say which way to round; there is no default.
"""

from collections.abc import Iterable
from datetime import MAXYEAR, date, timedelta
from enum import StrEnum

from timecomp.engine.frozen import dataclass
from timecomp.engine.manual import ManualComputation

MONTHS_A_YEAR = 12
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
FEBRUARY = 2


class Rounding(StrEnum):
    """What becomes of a day that the month reached does not have."""

    LAST_DAY_OF_MONTH = "last_day_of_month"
    FIRST_DAY_OF_NEXT_MONTH = "first_day_of_next_month"


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """How many days the month has."""
    return 29 if month == FEBRUARY and is_leap(year) else _DAYS[month - 1]


def add_months(day: date, months: int, *, rounding: Rounding) -> date:
    """The same day of the month so many calendar months on, in one step and with one rounding."""
    year, month = divmod(day.year * MONTHS_A_YEAR + day.month - 1 + months, MONTHS_A_YEAR)
    if not 1 <= year < MAXYEAR:
        raise _beyond_calendar(day, f"{months} months")
    last = days_in_month(year, month + 1)
    if day.day <= last:
        return date(year, month + 1, day.day)
    end = date(year, month + 1, last)
    return end if rounding is Rounding.LAST_DAY_OF_MONTH else end + timedelta(days=1)


def add_years(day: date, years: int, *, rounding: Rounding) -> date:
    """The anniversary itself, not the day before it."""
    return add_months(day, MONTHS_A_YEAR * years, rounding=rounding)


def add_days(day: date, days: int) -> date:
    """The day so many days on (or, below zero, back)."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise _beyond_calendar(day, f"{days} days") from None


def days_excluding_first(first: date, last: date) -> int:
    """Days from one date to another with the first left out (MCL 8.6; MCR 1.108)."""
    return (last - first).days


def days_including_both(first: date, last: date) -> int:
    """Days from one date to another with both counted; the same day is one (jail practice under
    MCL 769.11b)."""
    return (last - first).days + 1


def month_number(day: date) -> int:
    """The calendar month as a running number, so that months can be counted."""
    return day.year * MONTHS_A_YEAR + day.month - 1


def first_of_month_number(number: int) -> date:
    """The first day of the month with that running number."""
    return date(number // MONTHS_A_YEAR, number % MONTHS_A_YEAR + 1, 1)


def months_touched(first: date, last: date) -> int:
    """Calendar months of which at least one day falls between the dates, both included."""
    return month_number(last) - month_number(first) + 1


def whole_months(first: date, last: date) -> int:
    """Whole months from anniversary to anniversary; the month not yet complete is left out."""
    months = month_number(last) - month_number(first)
    anniversary = min(first.day, days_in_month(last.year, last.month))
    return months if last.day >= anniversary else months - 1


@dataclass(frozen=True, slots=True, order=True)
class DaySpan:
    """Days from one date up to, not including, another."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """How many days the span holds."""
        return max(0, (self.end - self.start).days)


def union(spans: Iterable[DaySpan]) -> tuple[DaySpan, ...]:
    """The same days with no day twice, in order; spans that meet become one."""
    merged: list[DaySpan] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = DaySpan(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def months_wholly_within(spans: Iterable[DaySpan]) -> frozenset[int]:
    """The running numbers of the calendar months of which every day falls in one of the spans."""
    numbers: set[int] = set()
    for span in spans:
        first = month_number(span.start) + (1 if span.start.day > 1 else 0)
        numbers.update(range(first, month_number(span.end)))
    return frozenset(numbers)


def _beyond_calendar(day: date, added: str) -> ManualComputation:
    reason = (
        f"Adding {added} to {day.isoformat()} runs past the calendar; check the length of the term."
    )
    return ManualComputation(reason, rule="add_years_anniversary")
