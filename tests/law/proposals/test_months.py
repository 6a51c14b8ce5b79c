"""The first day on which a term less its credit has run, against a search day by day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from timecomp.engine.dates import month_number
from timecomp.law.proposals.months import WholeMonths, first_day_run, share_served

starts = st.dates(min_value=date(1990, 1, 1), max_value=date(2030, 12, 31))


@given(starts, st.integers(1, 4000), st.integers(0, 31))
def test_the_day_found_is_the_first_that_fits(start: date, length: int, monthly: int) -> None:
    end = start + timedelta(days=length)
    months = WholeMonths(start)

    def credit(month: int) -> int:
        return months.served(month) * monthly

    day = start
    while end - timedelta(days=credit(month_number(day))) > day:
        day += timedelta(days=1)
    assert first_day_run(start=start, calendar_end=end, credit=credit) == min(day, end)


def test_a_month_begun_on_its_second_day_is_not_whole() -> None:
    assert WholeMonths(date(2020, 1, 2)).served(month_number(date(2020, 3, 1))) == 1


def test_a_lost_month_takes_its_own_days() -> None:
    lost = WholeMonths(date(2020, 1, 1), (month_number(date(2020, 2, 1)),))
    assert lost.days_served(month_number(date(2020, 4, 1))) == 31 + 31


def test_half_of_an_odd_number_of_days_is_rounded_up() -> None:
    half = share_served(start=date(2020, 1, 1), calendar_end=date(2020, 1, 4), percent=50)
    assert half == date(2020, 1, 3)


def test_before_the_first_whole_month_no_day_is_served() -> None:
    months = WholeMonths(date(2020, 1, 2))
    assert months.days_served(month_number(date(2020, 2, 1))) == 0


def test_a_term_that_has_run_before_it_starts_ends_where_it_ends() -> None:
    day = date(2020, 1, 1)
    assert first_day_run(start=day, calendar_end=day, credit=lambda _: 99) == day
