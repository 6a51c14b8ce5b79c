"""What is offered to do next is what can follow, and little enough to choose from."""

import pytest

from supervision.rules.recommending import Body as DecidedBy
from supervision.rules.recommending import State, after, steps_from

MOST = 7


@pytest.mark.parametrize("state", State)
def test_a_recommendation_never_offers_more_than_seven_steps(state: State) -> None:
    assert len(steps_from(state)) <= MOST


@pytest.mark.parametrize("state", State)
def test_every_step_that_is_offered_can_be_taken(state: State) -> None:
    for step in steps_from(state):
        assert after(state, step, body=DecidedBy.COURT) in State
