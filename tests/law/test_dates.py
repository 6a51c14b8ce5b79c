"""Date arithmetic: the calendar, its rounding and its counts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timecomp.engine.dates import (
    DaySpan,
    Rounding,
    add_days,
    add_months,
    add_years,
    days_excluding_first,
    days_in_month,
    days_including_both,
    first_of_month_number,
    month_number,
    months_touched,
    months_wholly_within,
    union,
    whole_months,
)
from timecomp.engine.rules import ManualComputation

CLAMP, NEXT = Rounding.LAST_DAY_OF_MONTH, Rounding.FIRST_DAY_OF_NEXT_MONTH
days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
spans = st.builds(
    lambda start, length: DaySpan(start, start + timedelta(days=length)), days, st.integers(0, 400)
)


@pytest.mark.parametrize(
    ("day", "months", "rounding", "expected"),
    [
        (date(2020, 1, 31), 1, CLAMP, date(2020, 2, 29)),
        (date(2021, 1, 31), 1, CLAMP, date(2021, 2, 28)),
        (date(2021, 1, 31), 1, NEXT, date(2021, 3, 1)),
        (date(2020, 2, 29), 12, CLAMP, date(2021, 2, 28)),
        (date(2020, 2, 29), 12, NEXT, date(2021, 3, 1)),
        (date(2020, 2, 29), 18, CLAMP, date(2021, 8, 29)),
        (date(2020, 12, 15), 1, CLAMP, date(2021, 1, 15)),
        (date(2020, 3, 31), -1, CLAMP, date(2020, 2, 29)),
    ],
)
def test_months_are_calendar_months(
    day: date, months: int, rounding: Rounding, expected: date
) -> None:
    assert add_months(day, months, rounding=rounding) == expected


def test_rounding_has_no_default() -> None:
    with pytest.raises(TypeError):
        add_months(date(2020, 1, 31), 1)


def test_years_end_on_the_anniversary_itself() -> None:
    assert add_years(date(1996, 5, 3), 5, rounding=CLAMP) == date(2001, 5, 3)


@pytest.mark.parametrize(
    "added",
    [
        lambda: add_years(date(2020, 1, 1), 9000, rounding=CLAMP),
        lambda: add_days(date(9999, 1, 1), 400),
        lambda: add_days(date(1, 1, 1), -1),
    ],
)
def test_what_runs_past_the_calendar_is_for_a_person(added: object) -> None:
    with pytest.raises(ManualComputation, match="check the length of the term"):
        added()


@given(days, st.integers(-1200, 1200))
def test_adding_months_reaches_that_month_and_keeps_the_day_or_its_last(
    day: date, months: int
) -> None:
    reached = add_months(day, months, rounding=CLAMP)
    assert month_number(reached) == month_number(day) + months
    assert reached.day == min(day.day, days_in_month(reached.year, reached.month))


@given(days, st.integers(0, 1200))
def test_whole_months_undoes_adding_months(day: date, months: int) -> None:
    assert whole_months(day, add_months(day, months, rounding=CLAMP)) == months


@given(days)
def test_a_month_number_names_its_month(day: date) -> None:
    assert first_of_month_number(month_number(day)) == day.replace(day=1)


@given(days, st.integers(0, 1000))
def test_counting_both_ends_is_one_more_than_leaving_out_the_first(day: date, more: int) -> None:
    last = day + timedelta(days=more)
    assert days_including_both(day, last) == days_excluding_first(day, last) + 1


def test_one_day_touches_one_month() -> None:
    assert months_touched(date(2020, 1, 31), date(2020, 1, 31)) == 1
    assert months_touched(date(2020, 1, 31), date(2020, 2, 1)) == 2


@given(st.lists(spans, max_size=6))
def test_a_union_holds_the_same_days_once(drawn: list[DaySpan]) -> None:
    held = {s.start + timedelta(days=n) for s in drawn for n in range(s.days)}
    merged = union(drawn)
    assert sum(span.days for span in merged) == len(held)
    assert list(merged) == sorted(merged)


@given(st.lists(spans, max_size=4))
def test_months_wholly_within_have_every_day_in_the_spans(drawn: list[DaySpan]) -> None:
    merged = union(drawn)
    held = {s.start + timedelta(days=n) for s in merged for n in range(s.days)}
    for number in months_wholly_within(merged):
        first = first_of_month_number(number)
        length = days_in_month(first.year, first.month)
        assert {first + timedelta(days=n) for n in range(length)} <= held
