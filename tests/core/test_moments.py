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
        ("yesterday 2:30 pm", "Saturday, November 21, 2026, 2:30 pm"),
        ("14 nov", "Saturday, November 14, 2026"),
        ("9.30am", "Sunday, November 22, 2026, 9:30 am"),
        ("1/1/26", "Thursday, January 1, 2026"),
        ("last fri 3", "Friday, November 20, 2026, 3:00 pm"),
        ("3 days ago 4 p.m.", "Thursday, November 19, 2026, 4:00 pm"),
        ("tues 14:00", "Tuesday, November 17, 2026, 2:00 pm"),
        ("Nov 14th, 2026 at noon", "Saturday, November 14, 2026, 12:00 pm"),
        ("2026-11-20 09:30", "Friday, November 20, 2026, 9:30 am"),
        ("12.5.25 3pm", "Friday, December 5, 2025, 3:00 pm"),
        ("29 feb", "Thursday, February 29, 2024"),
        ("14/11", "Saturday, November 14, 2026"),
    ],
)
def test_a_past_moment_is_read(typed, meant):
    assert read(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("fri 9", "Friday, November 27, 2026, 9:00 am"),
        ("14 nov 2 pm", "Sunday, November 14, 2027, 2:00 pm"),
        ("tomorrow 1", "Monday, November 23, 2026, 1:00 pm"),
        ("in 2 weeks 10am", "Sunday, December 6, 2026, 10:00 am"),
        ("mon the 14th", "Monday, December 14, 2026"),
    ],
)
def test_a_future_moment_is_read(typed, meant):
    assert read(typed, Towards.FUTURE) == meant


@pytest.mark.parametrize(
    ("typed", "one", "other"),
    [
        ("fri 4", "Friday, November 27, 2026, 4:00 pm", "Friday, December 4, 2026"),
        ("sun 9", "Sunday, November 22, 2026, 9:00 am", "Sunday, November 29, 2026, 9:00 am"),
        ("tomorrow 6", "Monday, November 23, 2026, 6:00 am", "Monday, November 23, 2026, 6:00 pm"),
        ("next fri", "Friday, November 27, 2026", "Friday, December 4, 2026"),
        ("11.14", "Sunday, November 14, 2027", "Sunday, November 22, 2026, 11:14 am"),
        ("14 nov 22", "Monday, November 14, 2022", "Sunday, November 14, 2027, 10:00 pm"),
    ],
)
def test_what_may_mean_two_moments_is_refused_with_both_named(typed, one, other):
    with pytest.raises(MomentError) as refusal:
        read(typed, Towards.FUTURE)
    assert one in str(refusal.value)
    assert other in str(refusal.value)


def test_a_weekday_that_does_not_go_with_its_date_is_refused():
    with pytest.raises(MomentError, match="Saturday, November 14, 2026"):
        read("fri 14 nov")


@pytest.mark.parametrize("typed", ["", "31 nov", "25:00", "10", "soon", "13 pm", "x" * 61])
def test_what_names_no_moment_is_refused_with_an_example(typed):
    with pytest.raises(MomentError, match="14 nov 2 pm"):
        read(typed)
