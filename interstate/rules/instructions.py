"""Reporting instructions (rules 3.102, 3.103, 3.103-2, 3.103-3, 3.101-1)."""

from datetime import timedelta

from interstate.rules.case import Request
from interstate.rules.limits import EXPEDITED_TREQ, RELEASE_AFTER_SENTENCE
from interstate.rules.turn import Turn, on
from interstate.rules.vocabulary import EventType, Key, Side, State
from interstate.rules.words import is_denial

LIVING_THERE = "3.103(d)"
EXPEDITED = frozenset({"expedited", "emergency"})
MAY_ASK_FOR_INSTRUCTIONS = (State.DRAFT, State.RI_DENIED, State.REJECTED)


@on(EventType.SENTENCED, Side.SENDING, rule="3.103")
def sentenced(turn: Turn) -> None:
    """A person living in the receiving state is sentenced: instructions are due."""
    turn.set(sentenced_on=turn.event.day)
    if turn.event.flag("living_in_receiving", "living_in_receiving_state") is False:
        return
    if turn.case.state is State.DRAFT:
        turn.void(Key.RFRI_LIVING_DUE)
        turn.start(Key.RFRI_LIVING_DUE, Side.SENDING)


@on(EventType.RELEASED_TO_SUPERVISION, rule="3.103")
def released_to_supervision(turn: Turn) -> None:
    """A release soon after the sentence starts the clock anew; a late one ends it."""
    turn.require_state([State.DRAFT], LIVING_THERE, "the transfer has begun already")
    if turn.event.by is Side.RECEIVING or turn.event.flag("in_receiving", "in_receiving_state"):
        turn.start(Key.RELEASED_IN_RS_RFRI, Side.SENDING)
        return
    turn.void(Key.RFRI_LIVING_DUE)
    if _is_soon_after_sentence(turn):
        turn.start(Key.RFRI_LIVING_DUE, Side.SENDING)
    else:
        turn.warn(
            LIVING_THERE,
            "released too long after the sentence for instructions under this rule; a transfer "
            "has to be asked for first",
        )


@on(EventType.REPORTING_INSTRUCTIONS_REQUEST, Side.SENDING, rule="3.103")
def reporting_instructions_request(turn: Turn) -> None:
    """The sending state asks for reporting instructions; lateness is no ground to deny them."""
    turn.require_state(
        MAY_ASK_FOR_INSTRUCTIONS,
        "3.103",
        "instructions may be asked for before a transfer is asked for, or after a denial or a "
        "rejection",
    )
    turn.satisfy(
        Key.RFRI_LIVING_DUE,
        Key.RELEASED_IN_RS_RFRI,
        late="sent after its time limit; the request stays valid",
    )
    # Whoever was rejected and may yet stay on new instructions is not to be sent back meanwhile.
    turn.void(Key.RE_TREQ_INCOMPLETE, Key.RETURN_RFRI_AFTER_REJECT)
    turn.set(instructions_for=turn.event.text("reason"), has_instructions=False)
    turn.activity(State.RI_PENDING)
    key = Key.RI_REPLY_SEX if turn.scenario.facts.is_sex_offender else Key.RI_REPLY
    turn.start(key, Side.RECEIVING)


@on(EventType.REPORTING_INSTRUCTIONS_REPLY, Side.RECEIVING, rule="3.103(e)")
def reporting_instructions_reply(turn: Turn) -> None:
    """The receiving state grants instructions, or denies them with its reason."""
    turn.require_state([State.RI_PENDING], "3.103(e)", "no request for instructions is open")
    turn.satisfy(Key.RI_REPLY, Key.RI_REPLY_SEX, late="answered after its time limit")
    turn.answers(EventType.REPORTING_INSTRUCTIONS_REQUEST)
    if is_denial(turn.event):
        turn.activity(State.RI_DENIED)
        if turn.case.is_in_receiving:
            turn.start(Key.RETURN_RFRI_AFTER_REJECT, Side.RECEIVING)
        return
    turn.activity(State.RI_APPROVED)
    turn.set(has_instructions=True, report_on=turn.event.day_of("report_on", "report_date"))
    if turn.case.request is not Request.PENDING:
        limit = EXPEDITED_TREQ if turn.case.instructions_for in EXPEDITED else None
        turn.start(Key.TREQ_AFTER_RI, Side.SENDING, limit=limit)
    if turn.scenario.facts.has_victims:
        turn.start(Key.VICTIM_INITIAL, Side.SENDING)


def _is_soon_after_sentence(turn: Turn) -> bool:
    sentenced_on = turn.case.sentenced_on
    if sentenced_on is None:
        return True
    most = RELEASE_AFTER_SENTENCE.on(turn.event.day).amount.count
    return turn.event.day - sentenced_on <= timedelta(days=most)
