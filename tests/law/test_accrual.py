"""Disciplinary credit at more than one rate, and the search for the day it has caught up."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.law.strategies import counts_of_months, days
from timecomp.engine.dates import month_number
from timecomp.engine.parameters import Value
from timecomp.law.accrual import Accrual, days_accrued, first_day_caught_up
from timecomp.law.facts import MonthCount

FIVE_THEN_SEVEN = (
    Value(date(1982, 12, 31), 5, "1982 PA 442"),
    Value(date(1990, 1, 1), 7, "A proposal"),
)
NOVEMBER, JANUARY = date(1989, 11, 15), month_number(date(1990, 1, 1))


def accrued(accrual: Accrual, day: date) -> int:
    return days_accrued(FIVE_THEN_SEVEN, accrual, period=accrual.period_of(day), day=day)


def test_each_month_earns_at_its_own_rate() -> None:
    assert accrued(Accrual(NOVEMBER), date(1990, 2, 10)) == 5 + 5 + 7 + 7


def test_the_last_month_of_the_old_rate_earns_at_it() -> None:
    assert accrued(Accrual(NOVEMBER), date(1989, 12, 31)) == 5 + 5


def test_a_lost_month_is_taken_off_at_its_own_rate() -> None:
    assert accrued(Accrual(NOVEMBER, lost_months=(JANUARY,)), date(1990, 2, 10)) == 5 + 5 + 7


def test_a_term_that_begins_under_the_new_rate_earns_at_it_alone() -> None:
    assert accrued(Accrual(date(1990, 1, 1)), date(1990, 3, 31)) == 7 + 7 + 7


def test_the_month_under_way_is_prorated_at_its_own_rate() -> None:
    prorated = Accrual(date(1989, 12, 16), MonthCount.PRORATE)
    assert accrued(prorated, date(1990, 1, 31)) == int(5 + 7 * 15 / 31)


def test_a_lost_month_under_way_has_no_share() -> None:
    prorated = Accrual(date(1989, 12, 16), MonthCount.PRORATE, (JANUARY,))
    assert accrued(prorated, date(1990, 1, 31)) == 5


def test_full_months_are_counted_at_the_rate_of_the_month_in_which_each_began() -> None:
    assert accrued(Accrual(date(1989, 12, 16), MonthCount.FULL), date(1990, 2, 16)) == 5 + 7


def test_no_rate_before_the_first_gives_nothing() -> None:
    early = Accrual(date(1981, 11, 16), MonthCount.PRORATE)
    assert accrued(early, date(1982, 1, 31)) == 0


@pytest.mark.parametrize(
    ("month_count", "day"),
    [
        # Touched: 11 months by November, 55 days off 1 January 1986.
        (MonthCount.TOUCH, date(1985, 11, 7)),
        # Full: 10 by 1 November, 50 days off are 12 November.
        (MonthCount.FULL, date(1985, 11, 12)),
        # Prorated: 10 and 8/30 on 9 November are 51 days, which reach 11 November;
        # on 10 November 10 and 9/30 are 51, on 11 November 10 and 10/30 are 51.
        (MonthCount.PRORATE, date(1985, 11, 11)),
    ],
)
def test_a_year_has_run_by_each_way_of_counting_months(month_count: MonthCount, day: date) -> None:
    accrual = Accrual(date(1985, 1, 1), month_count)

    def credit(period: int, day: date) -> int:
        return days_accrued(FIVE_THEN_SEVEN, accrual, period=period, day=day)

    found = first_day_caught_up(accrual, calendar_end=date(1986, 1, 1), guess=0, credit=credit)
    assert found == day


@given(days, st.integers(1, 4000), counts_of_months, st.integers(-5, 200))
def test_the_guess_changes_how_soon_the_day_is_found_and_not_which(
    begin: date, length: int, count: MonthCount, guess: int
) -> None:
    accrual = Accrual(begin, count)
    end = date.fromordinal(begin.toordinal() + length)

    def credit(period: int, day: date) -> int:
        return days_accrued(FIVE_THEN_SEVEN, accrual, period=period, day=day)

    found = first_day_caught_up(accrual, calendar_end=end, guess=guess, credit=credit)
    assert found == first_day_caught_up(accrual, calendar_end=end, guess=0, credit=credit)


def test_a_guess_beyond_the_day_is_taken_back() -> None:
    accrual = Accrual(date(1985, 1, 1))

    def credit(period: int, day: date) -> int:
        return days_accrued(FIVE_THEN_SEVEN, accrual, period=period, day=day)

    found = first_day_caught_up(accrual, calendar_end=date(1986, 1, 1), guess=60, credit=credit)
    assert found == date(1985, 11, 7)
