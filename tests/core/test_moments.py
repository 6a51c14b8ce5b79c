"""Days and times are read as people type them, or refused with what they may mean."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ots.core.moments import Moment, MomentError, Towards, in_words, read_moment

SUNDAY = date(2026, 11, 22)


def read(text, towards=Towards.PAST, today=SUNDAY):
    return in_words(read_moment(text, today=today, towards=towards))


@given(
    day=st.dates(),
    at=st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59)),
    today=st.dates(),
    towards=st.sampled_from(Towards),
)
def test_what_is_written_out_reads_back_as_the_same_moment(day, at, today, towards):
    moment = Moment(day, at)
    assert read_moment(in_words(moment), today=today, towards=towards) == moment


@given(text=st.text(max_size=60), today=st.dates(), towards=st.sampled_from(Towards))
def test_anything_typed_is_read_or_refused_with_a_message(text, today, towards):
    try:
        assert read_moment(text, today=today, towards=towards)
    except MomentError as refusal:
        assert str(refusal)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("yesterday 2:30 pm", "Saturday 21 November 2026, 2:30 pm"),
        ("14 nov", "Saturday 14 November 2026"),
        ("9.30am", "Sunday 22 November 2026, 9:30 am"),
        ("1/1/26", "Thursday 1 January 2026"),
        ("last fri 3", "Friday 20 November 2026, 3:00 pm"),
        ("3 days ago 4 p.m.", "Thursday 19 November 2026, 4:00 pm"),
        ("tues 14:00", "Tuesday 17 November 2026, 2:00 pm"),
        ("Nov 14th, 2026 at noon", "Saturday 14 November 2026, 12:00 pm"),
        ("2026-11-20 09:30", "Friday 20 November 2026, 9:30 am"),
        ("12.5.25 3pm", "Friday 5 December 2025, 3:00 pm"),
        ("29 feb", "Thursday 29 February 2024"),
        ("14/11", "Saturday 14 November 2026"),
    ],
)
def test_a_past_moment_is_read(typed, meant):
    assert read(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("fri 9", "Friday 27 November 2026, 9:00 am"),
        ("14 nov 2 pm", "Sunday 14 November 2027, 2:00 pm"),
        ("tomorrow 1", "Monday 23 November 2026, 1:00 pm"),
        ("in 2 weeks 10am", "Sunday 6 December 2026, 10:00 am"),
        ("mon the 14th", "Monday 14 December 2026"),
    ],
)
def test_a_future_moment_is_read(typed, meant):
    assert read(typed, Towards.FUTURE) == meant


@pytest.mark.parametrize(
    ("typed", "one", "other"),
    [
        ("fri 4", "Friday 27 November 2026, 4:00 pm", "Friday 4 December 2026"),
        ("sun 9", "Sunday 22 November 2026, 9:00 am", "Sunday 29 November 2026, 9:00 am"),
        ("tomorrow 6", "Monday 23 November 2026, 6:00 am", "Monday 23 November 2026, 6:00 pm"),
        ("next fri", "Friday 27 November 2026", "Friday 4 December 2026"),
        ("11.14", "Sunday 14 November 2027", "Sunday 22 November 2026, 11:14 am"),
        ("14 nov 22", "Monday 14 November 2022", "Sunday 14 November 2027, 10:00 pm"),
    ],
)
def test_what_may_mean_two_moments_is_refused_with_both_named(typed, one, other):
    with pytest.raises(MomentError) as refusal:
        read(typed, Towards.FUTURE)
    assert one in str(refusal.value)
    assert other in str(refusal.value)


def test_a_weekday_that_does_not_go_with_its_date_is_refused():
    with pytest.raises(MomentError, match="Saturday 14 November 2026"):
        read("fri 14 nov")


@pytest.mark.parametrize("typed", ["", "31 nov", "25:00", "10", "soon", "13 pm", "x" * 61])
def test_what_names_no_moment_is_refused_with_an_example(typed):
    with pytest.raises(MomentError, match="14 nov 2 pm"):
        read(typed)
