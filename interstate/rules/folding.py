"""Twins: of two cases of one person between the same states one is folded into the other.

Nothing moves and nothing is deleted: the case that is folded rests with all that it holds, and
goes on from where it stood if the folding is undone.
"""

from interstate.rules.case import Request
from interstate.rules.closure import STAYS_OPEN
from interstate.rules.turn import Turn, on
from interstate.rules.vocabulary import EventType, State

RULE = "2.104"
FOLDED = "folded"
# Where nobody waits for an answer, nobody is on the way, and nobody is sent back or retaken.
MAY_BE_FOLDED = (
    State.RI_APPROVED,
    State.RI_DENIED,
    State.RI_ARRIVED,
    State.ACCEPTED,
    State.REJECTED,
    State.ACTIVE,
)


@on(EventType.CASE_FOLDED, rule=RULE)
def case_folded(turn: Turn) -> None:
    """The case rests; what it owes is owed in the other, warrants and victims' rights stay."""
    turn.require_state(
        MAY_BE_FOLDED, RULE, "something is under way in the case: let it end, or withdraw it"
    )
    onward = turn.case.onward
    turn.require(
        onward is None or onward.request is Request.REJECTED,
        RULE,
        "a transfer to a further state is under way",
    )
    turn.void_all(but=STAYS_OPEN)
    turn.set(before_closure=turn.case.state, closed_for=FOLDED, folded_by=turn.event.index)
    turn.to(State.WITHDRAWN)


@on(EventType.CASE_UNFOLDED, rule=RULE)
def case_unfolded(turn: Turn) -> None:
    """The folding was wrong: the case goes on from where it stood, with what it owed."""
    folded_by, before = turn.case.folded_by, turn.case.before_closure
    if folded_by is None or before is None:
        turn.require(False, RULE, "the case is not folded into another")
        return
    turn.owe_again(folded_by)
    turn.set(closed_for="", folded_by=None)
    turn.to(before)
