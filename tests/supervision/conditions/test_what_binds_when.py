"""When a change binds, which hours hold, what falls due, and what the person is told."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision.rules.conditions.coordinates import place_in, places_in, told_place
from supervision.rules.conditions.due import stretch_on
from supervision.rules.conditions.effect import takes_effect_on
from supervision.rules.conditions.hours import holds_at
from supervision.rules.conditions.parameters import parameters_in
from supervision.rules.conditions.reading import UNITS, UnreadableError
from supervision.rules.conditions.wording import worded
from supervision.rules.conditions.zones import Place

MARCH_2 = date(2026, 3, 2)
DAYS = st.dates(date(2015, 1, 1), date(2035, 1, 1))
OFTEN = st.fixed_dictionaries(
    {"times": st.integers(1, 7), "per": st.integers(1, 6), "unit": st.sampled_from(UNITS)}
)


def test_an_order_of_a_court_binds_from_the_day_it_names():
    assert takes_effect_on(ordered_for=MARCH_2, asks_notice=False, noticed_on=None) == MARCH_2


def test_an_amended_parole_order_binds_nobody_without_notice():
    assert takes_effect_on(ordered_for=MARCH_2, asks_notice=True, noticed_on=None) is None


@given(ordered_for=DAYS, noticed_on=DAYS)
def test_an_amended_parole_order_never_binds_before_notice(ordered_for, noticed_on):
    binds = takes_effect_on(ordered_for=ordered_for, asks_notice=True, noticed_on=noticed_on)
    assert binds == max(ordered_for, noticed_on)


@given(began_on=DAYS, often=OFTEN, later=st.integers(0, 4000))
def test_a_stretch_holds_its_day(began_on, often, later):
    day = began_on + timedelta(days=later)
    stretch = stretch_on(began_on, often, day)
    assert began_on <= stretch.opens_on <= day <= stretch.due_on


@given(began_on=DAYS, often=OFTEN, later=st.integers(0, 4000))
def test_the_next_stretch_begins_the_day_after(began_on, often, later):
    stretch = stretch_on(began_on, often, began_on + timedelta(days=later))
    following = stretch_on(began_on, often, stretch.due_on + timedelta(days=1))
    assert following.opens_on == stretch.due_on + timedelta(days=1)


def test_the_last_of_a_month_comes_back_after_a_short_month():
    monthly = {"times": 1, "per": 1, "unit": "month"}
    stretch = stretch_on(date(2026, 1, 31), monthly, date(2026, 4, 5))
    assert (stretch.opens_on, stretch.due_on) == (date(2026, 3, 31), date(2026, 4, 29))


def test_nothing_falls_due_before_the_condition_began():
    with pytest.raises(ValueError, match="before"):
        stretch_on(MARCH_2, {"times": 1, "per": 1, "unit": "week"}, date(2026, 3, 1))


# March 2, 2026 is a Monday.
@pytest.mark.parametrize(
    ("moment", "holds"),
    [
        (datetime(2026, 3, 2, 20, 59), False),
        (datetime(2026, 3, 2, 21, 0), True),
        (datetime(2026, 3, 3, 5, 59), True),
        (datetime(2026, 3, 3, 6, 0), False),
        (datetime(2026, 3, 3, 21, 0), False),
        (datetime(2026, 3, 2, 3, 0), False),
    ],
)
def test_a_curfew_of_mondays_reaches_into_tuesday_morning(moment, holds):
    hours = {"days": ["Mon"], "from_time": time(21), "until_time": time(6)}
    assert holds_at(moment, **hours) is holds


@pytest.mark.parametrize(("hour", "holds"), [(7, False), (8, True), (16, False)])
def test_hours_of_one_day_end_on_it(hour, holds):
    moment = datetime(2026, 3, 4, hour)
    assert holds_at(moment, from_time=time(8), until_time=time(16)) is holds


@given(moment=st.datetimes())
def test_without_hours_it_always_holds(moment):
    assert holds_at(moment)


@given(moment=st.datetimes(), at=st.times())
def test_equal_times_are_a_whole_day(moment, at):
    assert holds_at(moment, from_time=at, until_time=at)


ASKED = parameters_in("who!: text, Whom\nways?: choices phone|mail, Ways\nuntil?: day, Until")
WORDING = "You must have no contact with {who}. This holds by {ways}. It ends on {until}."


def test_a_sentence_without_its_answer_is_left_out():
    told = worded(WORDING, ASKED, {"who": "Robin Roe", "until": "2026-05-01"})
    assert told == "You must have no contact with Robin Roe. It ends on May 1, 2026."


def test_a_victim_withheld_is_told_as_the_order_s_own_person():
    told = worded(WORDING, ASKED, {})
    assert told == "You must have no contact with the person named in the order."


@pytest.mark.parametrize(
    "text", ["42.7325, -84.5555", "42.7325 -84.5555", "42.7325N 84.5555W", "42.7325° N, 84.5555° W"]
)
def test_a_place_is_read_as_it_is_pasted(text):
    assert place_in(text) == Place(42.7325, -84.5555)


def test_what_is_no_place_is_named():
    with pytest.raises(UnreadableError, match=r"\[Main Street\]"):
        places_in("42.7, -84.5\nMain Street")


@given(latitude=st.floats(-84, 84), longitude=st.floats(-180, 180))
def test_a_place_told_is_read_as_itself(latitude, longitude):
    place = Place(round(latitude, 6), round(longitude, 6))
    assert place_in(told_place(place)) == place
