"""The calendar of offices: business days, holidays as observed, Eastern days.

A limit is counted with the day that starts it as day 0; business days leave out Saturdays, Sundays
and holidays.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

EASTERN = ZoneInfo("America/New_York")
SATURDAY, SUNDAY = 5, 6
DAYS_A_WEEK = 7
_TABLE = Path(__file__).parent / "data" / "federal_holidays.csv"


@dataclass(frozen=True, slots=True)
class Holiday:
    """One holiday of the federal calendar: a fixed day, or the n-th weekday of a month."""

    name: str
    month: int
    day: int | None
    week: int | None
    weekday: int | None
    first_year: int
    citation: str

    def in_year(self, year: int) -> date:
        """The holiday itself, before it is moved off a weekend."""
        if self.day is not None:
            return date(year, self.month, self.day)
        return _nth_weekday(year, self.month, self.week or 1, self.weekday or 0)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days count as business days; equal calendars share what was counted before."""

    is_federal: bool = True
    more: frozenset[date] = frozenset()

    def is_business_day(self, day: date) -> bool:
        """Whether an office is held to work on the day."""
        return day.weekday() < SATURDAY and not self.is_holiday(day)

    def is_holiday(self, day: date) -> bool:
        """Whether the calendar has the day as a holiday."""
        return day in self.more or (self.is_federal and day in federal_holidays(day.year))

    def after_business_days(self, start: date, count: int) -> date:
        """The day on which so many business days have passed since the start, itself day 0."""
        return _after_business_days(self, start, count)


FEDERAL = Calendar()
NO_HOLIDAYS = Calendar(is_federal=False)


def calendar_of(days: Iterable[date]) -> Calendar:
    """A calendar with just these holidays."""
    return Calendar(is_federal=False, more=frozenset(days))


def eastern_day(moment: datetime) -> date:
    """The day on which something happened: Eastern time, which is meant where no offset stands."""
    return moment.date() if moment.tzinfo is None else moment.astimezone(EASTERN).date()


def eastern_moment(moment: datetime) -> datetime:
    """The moment on the one clock by which events are put in order."""
    return moment.replace(tzinfo=EASTERN) if moment.tzinfo is None else moment.astimezone(EASTERN)


@cache
def holiday_table() -> tuple[Holiday, ...]:
    """The federal holidays with the law of each."""
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        return tuple(_holiday(row) for row in csv.DictReader(lines))


@cache
def federal_holidays(year: int) -> frozenset[date]:
    """The federal holidays observed in the year; one on a Saturday is kept on the Friday before,
    one on a Sunday on the Monday after (5 U.S.C. 6103(b))."""
    observed = (
        _observed(each.in_year(kept_year))
        for kept_year in (year, year + 1)
        for each in holiday_table()
        if each.first_year <= kept_year
    )
    return frozenset(day for day in observed if day.year == year)


@lru_cache(maxsize=65536)
def _after_business_days(calendar: Calendar, start: date, count: int) -> date:
    day = start
    while count > 0:
        day += timedelta(days=1)
        count -= calendar.is_business_day(day)
    return day


def _holiday(row: dict[str, str]) -> Holiday:
    return Holiday(
        name=row["name"],
        month=int(row["month"]),
        day=int(row["day"]) if row["day"] else None,
        week=int(row["week"]) if row["week"] else None,
        weekday=int(row["weekday"]) if row["weekday"] else None,
        first_year=int(row["first_year"]),
        citation=row["citation"],
    )


def _observed(day: date) -> date:
    if day.weekday() == SATURDAY:
        return day - timedelta(days=1)
    return day + timedelta(days=1) if day.weekday() == SUNDAY else day


def _nth_weekday(year: int, month: int, week: int, weekday: int) -> date:
    """The n-th such weekday of the month, or with -1 the last."""
    if week < 0:
        last = date(year, month + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % DAYS_A_WEEK)
    first = date(year, month, 1)
    to_first = (weekday - first.weekday()) % DAYS_A_WEEK
    return first + timedelta(days=to_first + DAYS_A_WEEK * (week - 1))
