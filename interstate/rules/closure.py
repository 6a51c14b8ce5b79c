"""The end of a case: closure, its reply, reopening, the end and tolling of supervision (4.112)."""

from datetime import date

from interstate.rules import words
from interstate.rules.case import Case, Request
from interstate.rules.limits import INCARCERATION_FOR_CLOSURE
from interstate.rules.reports import NOT_ARRIVED
from interstate.rules.turn import Turn, on
from interstate.rules.vocabulary import WARRANT_KEYS, EventType, Key, Side, State

SUPERVISED = (State.ACTIVE, State.RI_ARRIVED)
NEVER_BEGUN = "4.112"
DURING_RETAKING = frozenset({words.RETAKEN, words.RETURNED, words.ABSCONDED, words.DEATH})
BEFORE_LEAVING = (State.RETURN_ORDERED, State.RETURN_PENDING, State.RETURN_APPROVED)
STAYS_OPEN = WARRANT_KEYS | {
    Key.VICTIM_RECEIPT,
    Key.VICTIM_COMMENT,
    Key.VICTIM_ANSWER,
    Key.VICTIM_INITIAL,
}


@on(EventType.CASE_CLOSURE_NOTICE, Side.RECEIVING, rule="4.112")
def case_closure_notice(turn: Turn) -> None:
    """The receiving state ends its supervision on one of the rule's grounds."""
    turn.require(turn.case.has_arrived, "4.112", NOT_ARRIVED)
    turn.require(turn.case.state is not State.CLOSURE_PENDING, "4.112", "a closure notice is open")
    ground = words.closure_of(turn.event)
    if ground is None:
        turn.require(False, "4.112(a)", "the reason given is no ground for closing a case")
        return
    _require_ground(turn, ground)
    turn.satisfy(Key.CCN_DUE, late="sent after its time limit")
    if ground == words.RETAKEN:
        turn.satisfy(Key.RETAKE, Key.PC_RETAKE, on=turn.event.day_of("retaken_on"))
    if not ground:
        turn.warn("4.112(a)", "the notice names no ground")
    turn.set(before_closure=turn.case.state, closed_for=ground)
    turn.activity(State.CLOSURE_PENDING)
    turn.start(Key.CCN_REPLY, Side.SENDING)


@on(EventType.CASE_CLOSURE_REPLY, Side.SENDING, rule="4.112(d)")
def case_closure_reply(turn: Turn) -> None:
    """The sending state agrees, and the case is closed, or it does not."""
    turn.require_state([State.CLOSURE_PENDING], "4.112(d)", "no closure notice is open")
    turn.satisfy(Key.CCN_REPLY, late="answered after its time limit")
    turn.answers(EventType.CASE_CLOSURE_NOTICE)
    if words.is_disagreement(turn.event):
        turn.set(closed_for="")
        turn.to(turn.case.as_decided(turn.case.before_closure or State.ACTIVE))
        return
    turn.void_all(but=STAYS_OPEN)
    third = turn.case.supervising is Side.THIRD
    turn.set(supervising=Side.THIRD if third else Side.SENDING, is_in_receiving=False)
    turn.to(State.CLOSED)


@on(EventType.REOPEN, Side.RECEIVING, rule="4.112")
def reopen(turn: Turn) -> None:
    """The receiving state's compact office takes the case up again; an absconder's to retake."""
    turn.require_state([State.CLOSED], "4.112", "the case is not closed")
    absconded = turn.case.closed_for == words.ABSCONDED
    turn.set(
        supervising=Side.RECEIVING,
        is_in_receiving=True,
        closed_for="",
        has_left_back=False,
        has_come_back=False,
    )
    is_accepted = turn.case.request is Request.ACCEPTED
    before = State.ACTIVE if is_accepted else State.RI_ARRIVED
    turn.to(State.RETAKING if absconded else before)


@on(EventType.SUPERVISION_ENDED, Side.SENDING, rule="4.112(a)(1)")
def supervision_ended(turn: Turn) -> None:
    """The sentence has run out or was ended; the receiving state closes the case."""
    ended_on = turn.event.day_of("ended_on", "on", "supervision_ends_on")
    if turn.is_owed(Key.CCN_DUE):
        if ended_on is None or ended_on == turn.case.ends_on:
            return
        turn.void(Key.CCN_DUE)
    turn.set(ends_on=ended_on or turn.event.day, is_indefinite=False, is_tolled=False)
    if turn.case.state in SUPERVISED:
        turn.start(Key.CCN_DUE, Side.RECEIVING, on=ended_on)


@on(EventType.TOLLING_SET, Side.SENDING, rule="4.112")
def tolling_set(turn: Turn) -> None:
    """The sentence stands still: its end no longer calls for a closure."""
    turn.require(turn.case.has_arrived, "4.112", NOT_ARRIVED)
    turn.require(not turn.case.is_tolled, "4.112", "the sentence is tolled already")
    turn.void(Key.CCN_DUE)
    turn.set(is_tolled=True)


@on(EventType.TOLLING_CLEARED, Side.SENDING, rule="4.112")
def tolling_cleared(turn: Turn) -> None:
    """The sentence runs again, to the end that the sending state names."""
    turn.require(turn.case.is_tolled, "4.112", "the sentence is not tolled")
    ends_on = turn.event.day_of("supervision_ends_on", "ends_on")
    if ends_on is None and turn.case.ends_on is not None:
        turn.warn("4.112", "the end of supervision has to be entered anew after tolling")
    turn.set(is_tolled=False, ends_on=ends_on or turn.case.ends_on)


def end_that_waits(case: Case) -> date | None:
    """The end of supervision whose closure clock has not begun, past or to come."""
    ends_on = case.ends_on
    if ends_on is None or case.is_tolled or case.state not in SUPERVISED:
        return None
    has_begun = any(
        each.key is Key.CCN_DUE and each.started_on == ends_on and not each.is_void
        for each in case.obligations
    )
    return None if has_begun else ends_on


def end_on_the_calendar(turn: Turn, day: date) -> None:
    """Start the closure's clock once the end of supervision has come."""
    ends_on = end_that_waits(turn.case)
    if ends_on is not None and day >= ends_on:
        turn.start(Key.CCN_DUE, Side.RECEIVING, on=ends_on)


def _require_ground(turn: Turn, ground: str) -> None:
    state = turn.case.state
    if state is State.RETAKING:
        turn.require(
            ground in DURING_RETAKING,
            "4.112(b)",
            "no closure while the sending state is retaking the person",
        )
    else:
        turn.require(ground != words.RETAKEN, "4.112(a)", "nobody is being retaken")
    if ground == words.RETURNED:
        turn.require(
            state is State.RETAKING or turn.case.has_left_back,
            "4.112(a)(5)",
            "the person has not left for the sending state",
        )
    if ground == words.SUBSEQUENT:
        onward = turn.case.onward
        turn.require(
            onward is not None and onward.has_departed,
            "4.112(a)(6)",
            "the person has not left for a further state",
        )
    if ground == words.ABSCONDED:
        turn.require(
            state not in SUPERVISED,
            "4.112(a)(2)",
            "the sending state was not told: report first that the person absconded (4.109-2)",
        )
    if ground == words.INCARCERATED:
        _require_long_incarceration(turn)
    if not ground:
        turn.require(
            state not in BEFORE_LEAVING, "4.112(a)", "the notice names no ground for closing"
        )


def _require_long_incarceration(turn: Turn) -> None:
    days = turn.event.number("days", "incarceration_days", "sentence_days")
    if days is None:
        return
    limit = INCARCERATION_FOR_CLOSURE.on(turn.event.day)
    turn.require(
        days >= limit.amount.count,
        limit.citation,
        f"incarceration of {limit.amount} or more is needed",
    )
