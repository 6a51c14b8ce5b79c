"""How disciplinary credit grows month by month, and the first day on which it has caught up with
the calendar."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from fractions import Fraction

from timecomp.engine.dates import (
    Rounding,
    add_days,
    add_months,
    days_excluding_first,
    first_of_month_number,
    month_number,
)
from timecomp.engine.frozen import dataclass
from timecomp.engine.parameters import Value
from timecomp.law.facts import MonthCount

DAYS_IN_AN_AVERAGE_MONTH = 30.44
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Accrual:
    """A stretch in which credit accrues: from when, how months count, and which months earn
    nothing."""

    begin: date
    month_count: MonthCount = MonthCount.TOUCH
    lost_months: tuple[int, ...] = ()

    @property
    def first_month(self) -> int:
        """The running number of the calendar month in which it begins."""
        return month_number(self.begin)

    def period_start(self, period: int) -> date:
        """The first day on which so many periods lie behind."""
        if self.month_count is MonthCount.TOUCH:
            return max(self.begin, first_of_month_number(self.first_month + period))
        return add_months(self.begin, period, rounding=Rounding.LAST_DAY_OF_MONTH)

    def last_day(self, period: int) -> date:
        """The last day of the period."""
        if self.month_count is MonthCount.TOUCH:
            return first_of_month_number(self.first_month + period + 1) - ONE_DAY
        return add_days(self.period_start(period + 1), -1)

    def months_counted(self, period: int) -> int:
        """Months that count in full on any day of the period, those lost included."""
        return period + 1 if self.month_count is MonthCount.TOUCH else period

    def months_earning(self, period: int) -> int:
        """Months that count in full on any day of the period, those lost left out."""
        counted = self.months_counted(period)
        if not self.lost_months:
            return counted
        return counted - self.lost_in(self.first_month, self.first_month + counted)

    def lost_in(self, first: int, end: int) -> int:
        """How many months from one running number up to another earn nothing."""
        return bisect_left(self.lost_months, end) - bisect_left(self.lost_months, first)

    def part_of_month(self, period: int, day: date) -> Fraction | int:
        """The share of the month under way on the day, where months are prorated."""
        if (
            self.month_count is not MonthCount.PRORATE
            or self.first_month + period in self.lost_months
        ):
            return 0
        begun = self.period_start(period)
        return Fraction(
            days_excluding_first(begun, day),
            days_excluding_first(begun, self.period_start(period + 1)),
        )

    def period_of(self, day: date) -> int:
        """The period in which the day falls."""
        period = month_number(day) - self.first_month
        return period if self.period_start(period) <= day else period - 1


def days_accrued(rates: Sequence[Value[int]], accrual: Accrual, *, period: int, day: date) -> int:
    """Days of credit at the dated rates on a day of the period."""
    part = accrual.part_of_month(period, day)
    if len(rates) == 1:
        return int(rates[0].amount * (accrual.months_earning(period) + part))
    first = accrual.first_month
    end = first + accrual.months_counted(period)
    return int(_over_rates(rates, accrual, first=first, end=end) + _rate_at(rates, end) * part)


def first_day_caught_up(
    accrual: Accrual, *, calendar_end: date, guess: int, credit: Callable[[int, date], int]
) -> date:
    """The smallest day D on which the calendar end less the credit at D is no later than D.

    The guess says about which period that is; it changes how soon the day is found, not which.
    """
    period = _first_period(accrual, calendar_end, max(0, guess), credit)
    day = accrual.period_start(period)
    if accrual.month_count is not MonthCount.PRORATE:
        return max(day, add_days(calendar_end, -credit(period, day)))
    while add_days(calendar_end, -credit(period, day)) > day:
        day = add_days(day, 1)
    return day


def _first_period(
    accrual: Accrual, calendar_end: date, period: int, credit: Callable[[int, date], int]
) -> int:
    def caught_up(period: int) -> bool:
        last = accrual.last_day(period)
        return (calendar_end - last).days <= credit(period, last)

    while not caught_up(period):
        period += 1
    while period > 0 and caught_up(period - 1):
        period -= 1
    return period


def _over_rates(rates: Sequence[Value[int]], accrual: Accrual, *, first: int, end: int) -> int:
    total = 0
    for value, following in zip(rates, [*rates[1:], None], strict=True):
        begins = first if value.since is None else max(first, month_number(value.since))
        ends = (
            end
            if following is None or following.since is None
            else min(end, month_number(following.since))
        )
        if begins < ends:
            total += value.amount * (ends - begins - accrual.lost_in(begins, ends))
    return total


def _rate_at(rates: Sequence[Value[int]], month: int) -> int:
    begun = [v.amount for v in rates if v.since is None or month_number(v.since) <= month]
    return begun[-1] if begun else 0
