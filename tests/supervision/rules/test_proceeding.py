"""The way of a proceeding: no step that may not follow, and a refused step changes nothing."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision.rules.person_facts import Kind
from supervision.rules.proceeding import (
    WAYS,
    Actor,
    Move,
    Proceeding,
    RefusedStepError,
    State,
    find,
    step,
    steps_taken,
    ways_from,
)

START = datetime(2026, 6, 1, 9, tzinfo=UTC)
COUNTS = frozenset({1, 2})


def at(hours: int) -> datetime:
    return START + timedelta(hours=hours)


def after(kind: Kind, *moves: Move) -> Proceeding:
    opened = Proceeding(kind, counts=COUNTS)
    return steps_taken(opened, [(move, at(n)) for n, move in enumerate(moves)])


def found(proceeding: Proceeding) -> Proceeding:
    for count in COUNTS:
        proceeding = find(proceeding, count)
    return proceeding


moves = st.lists(st.tuples(st.sampled_from(Move), st.integers(0, 500)), max_size=25)


@given(kind=st.sampled_from(Kind), tried=moves)
def test_no_sequence_of_steps_leads_anywhere_but_by_a_way_there_is(
    kind: Kind, tried: list[tuple[Move, int]]
) -> None:
    standing = Proceeding(kind, counts=COUNTS, found=COUNTS)
    for move, hours in tried:
        before = standing
        try:
            standing = step(standing, move, at(hours))
        except RefusedStepError:
            assert standing == before
            continue
        assert any(
            each.move is move
            and before.state in each.before
            and standing.state is each.after
            and kind in each.kinds
            for each in WAYS
        )


@given(kind=st.sampled_from(Kind), tried=moves)
def test_time_never_runs_backward(kind: Kind, tried: list[tuple[Move, int]]) -> None:
    standing = Proceeding(kind, counts=COUNTS, found=COUNTS)
    times = []
    for move, hours in tried:
        try:
            standing = step(standing, move, at(hours))
        except RefusedStepError:
            continue
        times.append(standing.at)
    assert times == sorted(times)


@pytest.mark.parametrize("kind", Kind)
def test_every_state_that_can_be_reached_can_be_left_until_it_is_closed(kind: Kind) -> None:
    reached, fresh = {State.DRAFT}, {State.DRAFT}
    while fresh:
        fresh = {
            way.after for state in fresh for way in ways_from(Proceeding(kind, state=state))
        } - reached
        reached |= fresh
    stuck = {each for each in reached if not ways_from(Proceeding(kind, state=each))}
    assert stuck == {State.CLOSED}


def test_a_step_out_of_turn_says_what_may_follow() -> None:
    with pytest.raises(RefusedStepError, match="what may follow is submit"):
        step(Proceeding(Kind.PAROLE, counts=COUNTS), Move.ARREST, START)


def test_a_report_that_names_nothing_is_not_submitted() -> None:
    with pytest.raises(RefusedStepError, match="names no violation"):
        step(Proceeding(Kind.PROBATION), Move.SUBMIT, START)


def test_parole_goes_by_the_specialist_and_probation_does_not() -> None:
    approved = {kind: after(kind, Move.SUBMIT, Move.APPROVE).state for kind in Kind}
    assert approved == {Kind.PROBATION: State.DECIDED, Kind.PAROLE: State.WITH_SPECIALIST}


def test_nobody_on_parole_is_arraigned() -> None:
    moves_open = {way.move for way in ways_from(Proceeding(Kind.PAROLE, state=State.ARRESTED))}
    assert Move.ARRAIGN not in moves_open


def test_a_hearing_without_findings_is_refused() -> None:
    standing = Proceeding(Kind.PROBATION, state=State.HEARING_SET, counts=COUNTS)
    with pytest.raises(RefusedStepError, match="finding for every violation"):
        step(standing, Move.HEAR, START)


def test_findings_are_made_while_a_hearing_is_set() -> None:
    standing = found(Proceeding(Kind.PAROLE, state=State.HEARING_SET, counts=COUNTS))
    assert step(standing, Move.HEAR, START).state is State.HEARD


def test_a_finding_about_what_the_report_does_not_name_is_refused() -> None:
    with pytest.raises(RefusedStepError, match="does not name"):
        find(Proceeding(Kind.PAROLE, state=State.HEARING_SET, counts=COUNTS), 3)


def test_the_ball_on_parole_lies_with_hearings_officer_and_board() -> None:
    arrested = Proceeding(Kind.PAROLE, state=State.ARRESTED).ball
    heard = Proceeding(Kind.PAROLE, state=State.HEARD).ball
    assert (arrested, heard) == (Actor.HEARINGS, Actor.BOARD)
