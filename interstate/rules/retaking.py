"""Retaking: warrants, custody, probable cause (rules 5.101, 5.101-1, 5.105, 5.108)."""

from interstate.rules.turn import Turn, on
from interstate.rules.violations import (
    begin_retaking,
    has_pending_charge,
    note_charge,
)
from interstate.rules.vocabulary import WARRANT_KEYS, EventType, Key, Side, State

UNDER_RETAKING = (State.RETAKE_REQUESTED, State.RETAKING)
NOBODY_RETAKEN = "nobody is being retaken"


@on(EventType.DISCRETIONARY_RETAKING, Side.SENDING, rule="5.101")
def discretionary_retaking(turn: Turn) -> None:
    """The sending state retakes on its own decision and tells the receiving state."""
    turn.require_state([State.ACTIVE], "5.101", "the person is not supervised there")
    turn.require(
        not has_pending_charge(turn),
        "5.101-1",
        "a felony or violent charge is pending in the receiving state",
    )
    if not turn.is_owed(Key.DISCR_NOTIFY):
        turn.start(
            Key.DISCR_NOTIFY,
            Side.SENDING,
            on=turn.event.day_of("warrant_on", "ordered_on", "warrant_issued_on"),
        )
    turn.satisfy(Key.DISCR_NOTIFY, late="told after its time limit")
    turn.set(violation="", may_stop_retaking=False)
    begin_retaking(turn)


@on(EventType.WARRANT_ISSUED, Side.SENDING, rule="5.105")
def warrant_issued(turn: Turn) -> None:
    """The sending state issues a warrant; one that nothing asked for has to be told of."""
    is_owed = any(turn.is_owed(key) for key in WARRANT_KEYS)
    turn.satisfy(*WARRANT_KEYS, late="issued after its time limit")
    if not is_owed and turn.case.state is State.ACTIVE and not turn.is_owed(Key.DISCR_NOTIFY):
        turn.start(Key.DISCR_NOTIFY, Side.SENDING)


@on(EventType.CUSTODY_ON_WARRANT, rule="5.105(c)")
def custody_on_warrant(turn: Turn) -> None:
    """The person is held on the sending state's warrant; held on it alone, retaking is due."""
    turn.require_state([State.RETAKING], "5.105(c)", NOBODY_RETAKEN)
    if turn.event.flag("solely", "solely_on_warrant", "sole") is False:
        turn.warn("5.105(c)", "held for other reasons too; the clock starts when they end")
        return
    if not turn.is_owed(Key.RETAKE):
        turn.start(Key.RETAKE, Side.SENDING)


@on(EventType.AVAILABLE_FOR_RETAKING, Side.RECEIVING, rule="5.103")
def available_for_retaking(turn: Turn) -> None:
    """No charge and no sentence of the receiving state keeps the person from being retaken."""
    turn.require_state(UNDER_RETAKING, "5.103", NOBODY_RETAKEN)
    note_charge(turn)


@on(EventType.PROBABLE_CAUSE_HEARING, Side.RECEIVING, rule="5.108")
def probable_cause_hearing(turn: Turn) -> None:
    """A neutral officer hears whether there is cause; the report follows."""
    turn.require_state(UNDER_RETAKING, "5.108", NOBODY_RETAKEN)
    turn.start(Key.PC_REPORT, Side.RECEIVING)
    _note_finding(turn)


@on(EventType.PROBABLE_CAUSE_REPORT_RECEIVED, rule="5.108(e)")
def probable_cause_report_received(turn: Turn) -> None:
    """The sending state has the report and decides whether to retake."""
    turn.require_state(UNDER_RETAKING, "5.108(e)", NOBODY_RETAKEN)
    turn.require(
        any(each.key is Key.PC_REPORT and not each.is_void for each in turn.case.obligations),
        "5.108(e)",
        "no hearing has been held",
    )
    turn.satisfy(Key.PC_REPORT, late="sent after its time limit")
    if not _note_finding(turn):
        turn.start(Key.PC_DECISION, Side.SENDING)


@on(EventType.DECISION_TO_RETAKE, Side.SENDING, rule="5.108(f)")
def decision_to_retake(turn: Turn) -> None:
    """The sending state decides to retake after cause was found."""
    turn.require_state(UNDER_RETAKING, "5.108(f)", NOBODY_RETAKEN)
    turn.satisfy(Key.PC_DECISION, late="decided after its time limit")
    begin_retaking(turn)
    turn.start(Key.PC_RETAKE, Side.SENDING)


def _note_finding(turn: Turn) -> bool:
    """Whether no cause was found: the person is released, and retaking may be ended."""
    said = turn.event.text("finding", "decision", "result", "probable_cause")
    found = turn.event.flag("probable_cause_found", "probable_cause", "found")
    if found is False or said in {"not_found", "no", "none", "no_probable_cause"}:
        turn.set(may_stop_retaking=True)
        turn.void(Key.PC_DECISION)
        turn.warn("5.108", "no cause was found: no further detention; supervision may go on")
        return True
    return False
