"""The states of a referral: only those steps that may follow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision.models.program import STATES
from supervision.rules.participation import (
    FOLLOWS,
    OPENING,
    State,
    StepError,
    check_step,
    is_over,
    pairs,
)

STATE = st.sampled_from(State)


def test_every_state_says_what_may_follow():
    assert FOLLOWS.keys() == set(State)


def test_every_state_has_its_words():
    assert {value for value, _ in STATES} == {state.value for state in State}


@given(STATE, STATE)
def test_a_step_is_allowed_exactly_where_the_database_allows_it(before, after):
    try:
        check_step(before, after)
    except StepError:
        assert (before.value, after.value) not in pairs()
    else:
        assert (before.value, after.value) in pairs()


@given(st.lists(st.integers(min_value=0, max_value=20), max_size=30))
def test_every_way_ends_within_seven_steps(turns):
    state, steps = sorted(OPENING)[turns[0] % 2] if turns else State.RECOMMENDED, 1
    for turn in turns[1:]:
        choices = sorted(FOLLOWS[state])
        if not choices:
            break
        state, steps = choices[turn % len(choices)], steps + 1
    assert steps <= 7


@given(STATE)
def test_from_every_state_an_end_is_reached(state):
    while not is_over(state):
        state = sorted(FOLLOWS[state])[0]
    assert FOLLOWS[state] == frozenset()


def test_nobody_completes_what_he_never_attended():
    with pytest.raises(StepError, match="may follow"):
        check_step(State.ENROLLED, State.COMPLETED)


def test_a_referral_begins_at_its_beginning():
    with pytest.raises(StepError, match="the beginning"):
        check_step(None, State.ENROLLED)
