"""What is recorded and not sent moves no case beyond its draft: another state sees none of it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from interstate.rules.case import Case, Datum, Event, Facts, Refusal, Scenario
from interstate.rules.content import form_of
from interstate.rules.machine import opening, step
from interstate.rules.routing import MODES, RECORDED
from interstate.rules.vocabulary import EventType, Side, State
from tests.interstate.rules.test_any_sequence import START
from timecomp.engine.calendar import FEDERAL

UNSENT = frozenset({State.DRAFT, State.WITHDRAWN})
SIDES = (Side.SENDING, Side.RECEIVING, Side.THIRD)
ROUNDS = 3
# Supervision goes on long enough to be transferred, or ends while nothing is sent.
GOES_ON, ENDS = (
    Scenario("s", "MI", "OH", FEDERAL, facts, (), START.date())
    for facts in (
        Facts(supervision_ends_on=START.date() + timedelta(days=days), has_victims=True)
        for days in (900, 20)
    )
)


def choices(kind: EventType) -> list[dict[str, Datum]]:
    """Nothing said, and each answer that the event's form offers or that is a yes or a no."""
    said: list[dict[str, Datum]] = [{}]
    for each in form_of(kind).fields:
        options: tuple[Datum, ...] = (True, False) if each.type == "flag" else each.options
        said += [{each.name: option} for option in options]
    return said


def followers(
    case: Case, scenario: Scenario, round_: int, kinds: frozenset[EventType]
) -> set[Case]:
    """Where a case stands after any one of the events, thirty days after the last."""
    at = START + timedelta(days=30 * round_)
    found = set()
    for kind in kinds:
        for by in SIDES:
            for data in choices(kind):
                after = step(case, Event(round_, at, at.date(), kind, by, data), scenario)
                if not isinstance(after, Refusal):
                    found.add(replace(after, warnings=()))
    return found


@pytest.mark.parametrize("scenario", [GOES_ON, ENDS])
def test_whatever_is_recorded_in_whatever_order_the_case_stays_unsent(scenario: Scenario) -> None:
    stand = {opening(scenario)}
    for round_ in range(ROUNDS):
        stand = {after for case in stand for after in followers(case, scenario, round_, RECORDED)}
        assert {case.state for case in stand} <= UNSENT
    assert len(stand) > len(RECORDED)


def test_a_draft_is_moved_on_by_what_the_sending_state_sends_alone() -> None:
    moving = {
        (kind, by)
        for kind in EventType
        for case in followers(opening(GOES_ON), GOES_ON, 0, frozenset({kind}))
        if case.state not in UNSENT
        for by in [case.activities[-1].by]
    }
    assert moving == {
        (EventType.TRANSFER_REQUEST, Side.SENDING),
        (EventType.REPORTING_INSTRUCTIONS_REQUEST, Side.SENDING),
    }
    assert {kind for kind, _ in moving} <= MODES.keys()
