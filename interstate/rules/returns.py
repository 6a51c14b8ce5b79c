"""Returns to the sending state by reporting instructions (rules 4.111, 5.103)."""

from interstate.rules.turn import Turn, on
from interstate.rules.violations import has_pending_charge
from interstate.rules.vocabulary import EventType, Key, Side, State
from interstate.rules.words import is_denial

MAY_RETURN = (
    State.ACTIVE,
    State.RI_ARRIVED,
    State.RETURN_ORDERED,
    State.REJECTED,
    State.RI_DENIED,
)
INVESTIGATION = ("active_investigation", "criminal_investigation")


@on(EventType.RETURN_INSTRUCTIONS_REQUEST, Side.RECEIVING, rule="4.111")
def return_instructions_request(turn: Turn) -> None:
    """The receiving state asks for instructions to send the person back."""
    turn.require_state(MAY_RETURN, "4.111", "nobody can be sent back where the case stands")
    turn.require(turn.case.is_in_receiving, "4.111", "the person is not in the receiving state")
    turn.require(
        not has_pending_charge(turn) and not turn.event.flag(*INVESTIGATION),
        "4.111",
        "an investigation or a felony or violent charge is open in the receiving state",
    )
    turn.satisfy(
        Key.RETURN_RFRI_AFTER_RVR,
        Key.RETURN_RFRI_AFTER_REJECT,
        late="sent after its time limit; the request stays valid",
    )
    turn.void(Key.RE_TREQ_INCOMPLETE)
    turn.activity(State.RETURN_PENDING)
    turn.start(Key.RETURN_RI_REPLY, Side.SENDING)


@on(EventType.RETURN_INSTRUCTIONS_REPLY, Side.SENDING, rule="4.111")
def return_instructions_reply(turn: Turn) -> None:
    """The sending state takes the person back; the rule knows no ground to deny it."""
    turn.require_state([State.RETURN_PENDING], "4.111", "no request to return is open")
    turn.require(not is_denial(turn.event), "4.111", "the sending state may not deny a return")
    turn.satisfy(Key.RETURN_RI_REPLY, late="answered after its time limit")
    turn.answers(EventType.RETURN_INSTRUCTIONS_REQUEST)
    turn.activity(State.RETURN_APPROVED)
    if turn.scenario.facts.has_victims:
        turn.start(Key.VICTIM_INITIAL, Side.SENDING)
