"""Around midnight and on the two days on which the clocks change: whose hour counts, and when.

A day is the Eastern one wherever the hand that writes sits; each day below was worked out by hand.
"""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interstate.rules.notices_to_victims import times_to_tell
from interstate.rules.vocabulary import Key, State
from tests.interstate.rules import reckoner
from tests.interstate.rules.story import R, S, owed, story
from timecomp.engine.calendar import EASTERN, eastern_day

OFFSETS = st.integers(-11 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
TWO_HOURS = 2 * 3600


@given(moment=st.datetimes(datetime(2014, 3, 1), datetime(2035, 1, 1), timezones=OFFSETS))
def test_the_eastern_day_of_any_moment_anywhere_is_that_of_a_second_count(moment: datetime) -> None:
    assert eastern_day(moment) == reckoner.eastern_day(moment)


@pytest.mark.parametrize(
    ("at", "day"),
    [
        # Hawaii, which keeps its clocks: five hours behind in winter, six in summer.
        ("2026-03-07T18:59-10:00", "2026-03-07"),
        ("2026-03-07T19:00-10:00", "2026-03-08"),
        ("2026-03-08T17:59-10:00", "2026-03-08"),
        ("2026-03-08T18:00-10:00", "2026-03-09"),
        ("2026-10-31T17:59-10:00", "2026-10-31"),
        ("2026-10-31T18:00-10:00", "2026-11-01"),
        ("2026-11-01T18:59-10:00", "2026-11-01"),
        ("2026-11-01T19:00-10:00", "2026-11-02"),
        # Alaska changes with the others, four hours behind.
        ("2026-03-07T19:59-09:00", "2026-03-07"),
        ("2026-03-07T20:00-09:00", "2026-03-08"),
        ("2026-03-08T19:59-08:00", "2026-03-08"),
        ("2026-03-08T20:00-08:00", "2026-03-09"),
        ("2026-11-01T19:59-09:00", "2026-11-01"),
        ("2026-11-01T20:00-09:00", "2026-11-02"),
        # Guam's afternoon is the night before in New York.
        ("2026-03-08T14:59+10:00", "2026-03-07"),
        ("2026-03-08T15:00+10:00", "2026-03-08"),
        ("2026-11-01T13:59+10:00", "2026-10-31"),
        ("2026-11-02T15:00+10:00", "2026-11-02"),
        # Arizona keeps its clocks, Puerto Rico too.
        ("2026-07-01T20:59-07:00", "2026-07-01"),
        ("2026-07-01T21:00-07:00", "2026-07-02"),
        ("2026-12-01T21:59-07:00", "2026-12-01"),
        ("2026-12-01T22:00-07:00", "2026-12-02"),
        ("2026-12-02T00:59-04:00", "2026-12-01"),
        ("2026-12-02T01:00-04:00", "2026-12-02"),
        # New York itself, a minute before midnight and a minute after.
        ("2026-03-08T23:59", "2026-03-08"),
        ("2026-03-09T00:01", "2026-03-09"),
        ("2026-11-01T23:59", "2026-11-01"),
        ("2026-11-02T00:01", "2026-11-02"),
    ],
)
def test_a_clock_starts_on_the_day_that_it_is_in_new_york(at: str, day: str) -> None:
    asked = story((at, S, "reporting_instructions_request"), as_of="2026-12-31")
    assert owed(asked, Key.RI_REPLY).started_on == date.fromisoformat(day)


# 45 days end on the Sunday on which the clocks change.
@pytest.mark.parametrize(
    ("asked", "last", "first_late"),
    [
        ("2026-01-22T23:59", "2026-03-08T23:59", "2026-03-09T00:01"),
        ("2026-09-17T23:59", "2026-11-01T23:59", "2026-11-02T00:01"),
        ("2026-01-22T18:59-10:00", "2026-03-08T17:59-10:00", "2026-03-08T18:00-10:00"),
        ("2026-09-17T19:59-08:00", "2026-11-01T19:59-09:00", "2026-11-01T20:00-09:00"),
    ],
)
def test_a_reply_is_in_time_until_midnight_in_new_york(
    asked: str, last: str, first_late: str
) -> None:
    told = (asked, S, "transfer_request")
    in_time, late = (
        story(told, (at, R, "transfer_reply"), as_of="2026-12-31") for at in (last, first_late)
    )
    assert not owed(in_time, Key.TREP_DUE).is_late(in_time.as_of)
    assert owed(late, Key.TREP_DUE).is_late(late.as_of)


def test_events_of_the_hour_that_comes_twice_stand_in_the_order_in_which_they_happened() -> None:
    # Asked at ten to two in summer time, withdrawn twenty minutes later, at ten past one.
    asked = ("2026-11-01T01:50-04:00", S, "transfer_request")
    withdrawn = ("2026-11-01T01:10-05:00", S, "withdraw_activity")
    answer = story(asked, withdrawn)
    assert not answer.refused
    assert answer.case.state is State.DRAFT


def test_two_business_days_over_the_change_of_the_clocks_are_two() -> None:
    friday = story(("2026-10-30T23:59", S, "reporting_instructions_request"))
    assert owed(friday, Key.RI_REPLY).due_on == date(2026, 11, 3)


@pytest.mark.parametrize("day", [date(2026, 3, 7), date(2026, 10, 31)])
def test_what_presses_is_said_every_two_hours_for_a_day_though_the_clocks_change(day: date) -> None:
    began = datetime(day.year, day.month, day.day, 20, 30, tzinfo=EASTERN)
    times = [each.timestamp() for each in times_to_tell(began, presses=True)]
    assert times == [began.timestamp() + each * TWO_HOURS for each in range(13)]


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("2026-03-07T20:59-05:00", "2026-03-07T20:59-05:00"),
        # The night of the change has an hour less, or one more; the morning is at seven.
        ("2026-03-07T21:00-05:00", "2026-03-08T07:00-04:00"),
        ("2026-03-08T06:59-04:00", "2026-03-08T07:00-04:00"),
        ("2026-10-31T21:00-04:00", "2026-11-01T07:00-05:00"),
        ("2026-11-01T01:30-04:00", "2026-11-01T07:00-05:00"),
        ("2026-11-01T01:30-05:00", "2026-11-01T07:00-05:00"),
        # Half past three in Honolulu is half past nine at night in New York.
        ("2026-07-01T15:30-10:00", "2026-07-02T07:00-04:00"),
    ],
)
def test_what_does_not_press_waits_for_the_eastern_morning(at: str, told: str) -> None:
    [when] = times_to_tell(datetime.fromisoformat(at), presses=False)
    assert when.timestamp() == datetime.fromisoformat(told).timestamp()
