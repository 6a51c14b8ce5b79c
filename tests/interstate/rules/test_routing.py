"""How an activity travels: no way past the compact office, nothing lost, nothing sent twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interstate.rules.routing import (
    MODES,
    PATHS,
    Desk,
    Move,
    MoveRefusedError,
    Status,
    moved,
    moves_of,
)
from interstate.rules.vocabulary import EventType

kinds = st.sampled_from(sorted(MODES))
desks = st.frozensets(st.sampled_from(Desk))


@given(kinds, st.sampled_from(Status), st.sampled_from(Move), desks, st.booleans())
def test_what_is_listed_is_what_is_allowed(kind, status, move, mine, supervised):
    listed = move in moves_of(kind, status, mine)
    try:
        moved(kind, status, move, desks=mine, reason="said", through_supervisor=supervised)
        allowed = True
    except MoveRefusedError:
        allowed = False
    assert listed == allowed


@given(kinds, st.sampled_from(Status), st.sampled_from(Move), desks)
def test_a_managed_activity_leaves_its_state_by_the_office_alone(kind, status, move, mine):
    if not MODES[kind].is_managed or Desk.OFFICE in mine or status.is_sent:
        return
    try:
        after = moved(kind, status, move, desks=mine, reason="said")
    except MoveRefusedError:
        return
    assert not after.is_sent


@given(kinds, st.sampled_from(Status), desks)
def test_what_is_over_moves_only_by_a_withdrawal(kind, status, mine):
    if status.is_over:
        assert set(moves_of(kind, status, mine)) <= {Move.WITHDRAW}


@given(kinds, st.lists(st.sampled_from(Move), max_size=12))
def test_no_sequence_of_moves_reaches_a_draft_that_the_other_state_has(kind, moves):
    status, was_sent = Status.DRAFT, False
    for move in moves:
        try:
            status = moved(
                kind, status, move, desks=frozenset(Desk), reason="said", was_sent=was_sent
            )
        except MoveRefusedError:
            continue
        was_sent = was_sent or status.is_sent
        assert not (was_sent and status in {Status.DRAFT, Status.DELETED})


@pytest.mark.parametrize("move", [move for move, path in PATHS.items() if path.needs_reason])
def test_a_reason_is_asked_for(move):
    status = min(PATHS[move].since)
    with pytest.raises(MoveRefusedError, match="Say why"):
        moved(EventType.TRANSFER_REQUEST, status, move, desks=frozenset(Desk), reason=" ")


@pytest.mark.parametrize("kind", [EventType.NOTICE_OF_DEPARTURE, EventType.NOTICE_OF_ARRIVAL])
def test_a_notice_is_never_withdrawn(kind):
    assert Move.WITHDRAW not in moves_of(kind, Status.COMPLETED, frozenset(Desk))
