"""A case knows the day on which the calendar alone changes it, and no other day does."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from interstate.rules.case import Facts, Scenario
from interstate.rules.machine import advance, replay, turns_on
from tests.interstate.rules.story import S, arrived, story
from tests.interstate.rules.test_any_sequence import scenarios

A_DAY = timedelta(days=1)


@given(scenario=scenarios(), later=st.integers(0, 500))
def test_before_its_day_the_calendar_changes_nothing_and_on_it_something(
    scenario: Scenario, later: int
) -> None:
    case = replay(scenario).case
    turning = turns_on(case)
    day = scenario.as_of + timedelta(days=later)
    if turning is None:
        assert advance(case, scenario, day) == case
    else:
        assert turning > scenario.as_of
        assert advance(case, scenario, min(day, turning - A_DAY)) == case
        assert advance(case, scenario, turning) != case


def test_an_arrived_case_turns_on_the_last_day_of_supervision() -> None:
    answer = story(*arrived(), facts=Facts(supervision_ends_on=date(2027, 3, 1)))
    assert turns_on(answer.case) == date(2027, 3, 1)


def test_a_notice_to_a_victim_turns_when_it_counts_as_received_and_when_the_right_lapses() -> None:
    # Sent on Monday 4 May; five business days, then fifteen more past Memorial Day.
    sent = ("2026-05-04", S, "victim_notice_sent")
    assert turns_on(story(sent).case) == date(2026, 5, 11)
    assert turns_on(story(sent, as_of="2026-05-11").case) == date(2026, 6, 3)
    assert turns_on(story(sent, as_of="2026-06-03").case) is None
