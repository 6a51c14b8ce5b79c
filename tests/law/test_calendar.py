"""Business days, holidays as observed, Eastern days."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from timecomp.engine.calendar import (
    FEDERAL,
    NO_HOLIDAYS,
    Calendar,
    calendar_of,
    eastern_day,
    eastern_moment,
    federal_holidays,
)

DAYS = st.dates(date(2014, 3, 1), date(2040, 12, 31))
COUNTS = st.integers(1, 30)


def test_the_federal_holidays_of_2026_are_those_the_personnel_office_lists() -> None:
    assert sorted(federal_holidays(2026)) == [
        date(2026, 1, 1),
        date(2026, 1, 19),
        date(2026, 2, 16),
        date(2026, 5, 25),
        date(2026, 6, 19),
        date(2026, 7, 3),
        date(2026, 9, 7),
        date(2026, 10, 12),
        date(2026, 11, 11),
        date(2026, 11, 26),
        date(2026, 12, 25),
    ]


def test_a_new_year_on_a_saturday_is_kept_on_the_last_day_of_the_old_year() -> None:
    assert date(2021, 12, 31) in federal_holidays(2021)
    assert date(2022, 1, 1) not in federal_holidays(2022)


def test_juneteenth_is_no_holiday_before_the_year_of_its_law() -> None:
    assert date(2020, 6, 19) not in federal_holidays(2020)
    assert date(2021, 6, 18) in federal_holidays(2021)


def test_ten_business_days_over_thanksgiving_leave_out_the_holiday() -> None:
    assert FEDERAL.after_business_days(date(2026, 11, 20), 10) == date(2026, 12, 7)
    assert NO_HOLIDAYS.after_business_days(date(2026, 11, 20), 10) == date(2026, 12, 4)


def test_a_limit_that_starts_on_a_saturday_counts_monday_as_its_first_day() -> None:
    assert NO_HOLIDAYS.after_business_days(date(2026, 5, 2), 2) == date(2026, 5, 5)


def test_a_late_evening_in_the_west_is_the_next_day_in_the_east() -> None:
    assert eastern_day(datetime.fromisoformat("2026-05-04T22:30-07:00")) == date(2026, 5, 5)
    assert eastern_day(datetime.fromisoformat("2026-05-04T23:30")) == date(2026, 5, 4)


def test_a_moment_without_an_offset_is_put_on_the_eastern_clock() -> None:
    summer = datetime.fromisoformat("2026-07-01T12:00")
    assert eastern_moment(summer) == datetime(2026, 7, 1, 16, 0, tzinfo=UTC)


def test_a_moment_with_an_offset_stays_the_same_moment() -> None:
    west = datetime.fromisoformat("2026-07-01T12:00-07:00")
    assert eastern_moment(west) == west
    assert eastern_moment(west).hour == 15


def test_a_calendar_of_named_days_skips_them_and_no_federal_holiday() -> None:
    own = calendar_of([date(2026, 7, 6)])
    assert own.after_business_days(date(2026, 7, 2), 2) == date(2026, 7, 7)


def test_midnight_in_the_east_is_four_hours_behind_in_summer_and_five_in_winter() -> None:
    assert eastern_day(datetime(2026, 7, 1, 3, 59, tzinfo=UTC)) == date(2026, 6, 30)
    assert eastern_day(datetime(2026, 7, 1, 4, 0, tzinfo=UTC)) == date(2026, 7, 1)
    assert eastern_day(datetime(2026, 1, 2, 4, 59, tzinfo=UTC)) == date(2026, 1, 1)


@given(start=DAYS, count=COUNTS)
def test_a_business_day_limit_ends_on_a_business_day_with_so_many_between(
    start: date, count: int
) -> None:
    end = FEDERAL.after_business_days(start, count)
    between = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
    assert FEDERAL.is_business_day(end)
    assert sum(map(FEDERAL.is_business_day, between)) == count


@given(start=DAYS, count=COUNTS, more=st.sets(DAYS, max_size=8))
def test_one_more_holiday_never_moves_a_limit_earlier(
    start: date, count: int, more: set[date]
) -> None:
    with_more = Calendar(is_federal=True, more=frozenset(more))
    assert with_more.after_business_days(start, count) >= FEDERAL.after_business_days(start, count)


@given(day=DAYS)
def test_a_calendar_of_named_days_has_just_those(day: date) -> None:
    assert calendar_of([day]).is_holiday(day)
    assert not NO_HOLIDAYS.is_holiday(day)
