"""The first day on which a term, less the credit earned by whole months served, has run."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from timecomp.engine.dates import add_days, first_of_month_number, month_number

ALL = 100


@dataclass(frozen=True, slots=True)
class WholeMonths:
    """The calendar months wholly served from a day on, those lost left out."""

    begin: date
    lost: Sequence[int] = ()

    @property
    def first(self) -> int:
        """The running number of the first month of which every day is served."""
        return month_number(self.begin) + (1 if self.begin.day > 1 else 0)

    def served(self, through: int) -> int:
        """How many months before that one earn credit."""
        return max(0, through - self.first) - self._lost_before(through)

    def days_served(self, through: int) -> int:
        """How many days the months before that one have, those lost left out."""
        if through <= self.first:
            return 0
        whole = (first_of_month_number(through) - first_of_month_number(self.first)).days
        return whole - sum(
            (first_of_month_number(month + 1) - first_of_month_number(month)).days
            for month in self.lost
            if self.first <= month < through
        )

    def _lost_before(self, through: int) -> int:
        return bisect_left(self.lost, through) - bisect_left(self.lost, self.first)


def first_day_run(*, start: date, calendar_end: date, credit: Callable[[int], int]) -> date:
    """The first day on which the calendar end less the credit has come; never before the start.

    `credit` gives the days earned by the months before a month's running number; it never falls.
    """
    if calendar_end <= start:
        return calendar_end
    months = range(month_number(start), month_number(calendar_end) + 1)

    def has_run(month: int) -> bool:
        """Whether the day comes in that month or before."""
        return add_days(calendar_end, -credit(month)) < first_of_month_number(month + 1)

    month = months[bisect_left(months, True, key=has_run)]  # noqa: FBT003  # the key's value
    earliest = max(start, first_of_month_number(month))
    return min(calendar_end, max(earliest, add_days(calendar_end, -credit(month))))


def share_served(*, start: date, calendar_end: date, percent: int) -> date:
    """The day on which that share of the term has run, a part of a day counted as a whole."""
    return add_days(start, -(-(calendar_end - start).days * percent // ALL))
