"""Months of credit summed up by year, so that a term of decades stays readable."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from timecomp.law.credit_lines import CreditMonths, MonthLine


@dataclass(frozen=True, slots=True)
class CreditYear:
    """The months of credit that begin in one year; ``total`` is what stands after the last."""

    year: int
    months: tuple[MonthLine, ...]

    @property
    def rate(self) -> str:
        """Days of credit a month, from the lowest to the highest of the year."""
        rates = sorted({month.rate for month in self.months})
        return str(rates[0]) if len(rates) == 1 else f"{rates[0]}–{rates[-1]}"

    @property
    def earned(self) -> int:
        """Days earned."""
        return sum(month.earned for month in self.months)

    @property
    def lost(self) -> int:
        """Days lost by misconduct or time that does not count."""
        return sum(month.lost for month in self.months)

    @property
    def special(self) -> int:
        """Days of special credit."""
        return sum(month.special for month in self.months)

    @property
    def forfeited(self) -> int:
        """Days taken away."""
        return sum(month.forfeited for month in self.months)

    @property
    def restored(self) -> int:
        """Days given back."""
        return sum(month.restored for month in self.months)

    @property
    def total(self) -> int:
        """Days of credit after the last month of the year."""
        return self.months[-1].total

    @property
    def misconduct(self) -> tuple[date, ...]:
        """The days of misconduct that cost a month of the year."""
        return tuple(dict.fromkeys(on for month in self.months for on in month.misconduct))

    @property
    def dead_months(self) -> int:
        """How many of the months do not count."""
        return sum(month.is_dead for month in self.months)


def credit_years(table: CreditMonths) -> Sequence[CreditYear]:
    """Return the years in which the months of credit begin, each with its months."""
    by_year = groupby(table.months, key=lambda month: month.first.year)
    return [CreditYear(year, tuple(months)) for year, months in by_year]
