"""Which days may be meant by a date of birth."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from offenders.selectors.search.birth_dates import (
    EARLIEST_BIRTH,
    likely_birth_dates,
    why_birth_date,
)

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2030, 12, 31))


@given(DAYS)
def test_the_day_itself_is_likeliest_and_every_other_says_what_is_off(asked: date) -> None:
    likely = {each.day: each for each in likely_birth_dates(asked)}
    assert likely[asked].score == 1
    assert likely[asked].why == ""
    assert all(each.score < 1 and each.why for day, each in likely.items() if day != asked)


@given(DAYS)
def test_each_day_stands_once_and_none_before_births_are_recorded(asked: date) -> None:
    days = [each.day for each in likely_birth_dates(asked)]
    assert len(days) == len(set(days))
    assert min(days) >= EARLIEST_BIRTH


@given(DAYS.filter(lambda day: day.day <= 12))
def test_day_and_month_swapped_is_always_among_them(asked: date) -> None:
    swapped = asked.replace(month=asked.day, day=asked.month)
    assert swapped in {each.day for each in likely_birth_dates(asked)}


@given(DAYS, st.sampled_from([2, 3, 5, 6, 8, 9]), st.sampled_from("0123456789"))
def test_one_wrong_digit_is_always_among_them(asked: date, place: int, digit: str) -> None:
    written = asked.isoformat()
    try:
        other = date.fromisoformat(f"{written[:place]}{digit}{written[place + 1 :]}")
    except ValueError:
        return
    if other >= EARLIEST_BIRTH:
        assert other in {each.day for each in likely_birth_dates(asked)}


def test_the_end_of_february_has_no_neighbour_in_a_common_year() -> None:
    years = {each.day.year for each in likely_birth_dates(date(1984, 2, 29)) if each.day.month == 2}
    assert 1985 not in years


def test_a_missing_birth_date_is_said() -> None:
    assert why_birth_date(date(1984, 5, 7), None) == "no birth date on record"
