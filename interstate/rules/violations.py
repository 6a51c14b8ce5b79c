"""Violations: discovery, report, response, addenda (rules 4.109, 4.109-2, 5.102, 5.103)."""

from interstate.rules import words
from interstate.rules.reports import NOT_ARRIVED
from interstate.rules.turn import Turn, on
from interstate.rules.vocabulary import WARRANT_KEYS, EventType, Key, Side, State

MAY_BE_REPORTED = (State.ACTIVE, State.RI_ARRIVED)
UNDER_REPORT = (State.RETAKE_REQUESTED, State.RETAKING, State.RETURN_ORDERED)
STOPS = ("continue", "no_longer", "resume", "no_retak", "not_found", "withdraw")
RETAKING_KEYS = WARRANT_KEYS | {
    Key.RVR_DUE,
    Key.RETURN_RFRI_AFTER_RVR,
    Key.RETAKE,
    Key.PC_REPORT,
    Key.PC_DECISION,
    Key.PC_RETAKE,
}
PENDING_CHARGE = ("pending_charge", "pending_charges", "pending_felony_or_violent_charge")
_WARRANTS = {
    words.BEHAVIOR: Key.WARRANT_RETAKE,
    words.NEW_CONVICTION: Key.WARRANT_NEW_CRIME,
    words.ABSCONDED: Key.WARRANT_ABSCOND,
}


@on(EventType.VIOLATION_DISCOVERED, Side.RECEIVING, rule="4.109")
def violation_discovered(turn: Turn) -> None:
    """The receiving state finds behavior that requires retaking: its report is due."""
    turn.require(turn.case.is_in_receiving, "4.109", NOT_ARRIVED)
    turn.start(Key.OVR_DUE, Side.RECEIVING)


@on(EventType.VIOLATION_REPORT, Side.RECEIVING, rule="4.109")
def violation_report(turn: Turn) -> None:
    """The receiving state reports a violation and asks that the person be retaken."""
    kind = words.violation_of(turn.event)
    rule = "4.109-2" if kind == words.ABSCONDED else "4.109"
    turn.require(turn.case.has_arrived, rule, NOT_ARRIVED)
    turn.require_state(
        MAY_BE_REPORTED, rule, "the person is not supervised, or a report is open: send an addendum"
    )
    turn.satisfy(Key.OVR_DUE, late="reported after its time limit")
    turn.set(violation=kind, may_stop_retaking=False)
    note_charge(turn)
    turn.activity(State.RETAKE_REQUESTED)
    turn.start(Key.RVR_DUE, Side.SENDING)
    turn.start(_WARRANTS[kind], Side.SENDING)
    if kind == words.ABSCONDED and turn.event.flag("search_logged", "searched") is False:
        turn.warn(rule, "the search at home, at work and with relatives has to be written down")


@on(EventType.VIOLATION_RESPONSE, Side.SENDING, rule="4.109(c)")
def violation_response(turn: Turn) -> None:
    """The sending state says what it does about the report."""
    turn.require_state(
        (State.RETAKE_REQUESTED, State.RETAKING), "4.109(c)", "no violation report is open"
    )
    turn.require(bool(turn.case.violation), "4.109(c)", "the retaking rests on no violation report")
    turn.satisfy(Key.RVR_DUE, late="answered after its time limit")
    turn.answers(EventType.VIOLATION_REPORT)
    action = turn.event.text(*words.DECISION)
    if any(stop in action for stop in STOPS):
        _end_by_agreement(turn)
    elif "discharge" in action or "close" in action:
        stop_retaking(turn)
        turn.warn("4.112(a)(1)", "the receiving state closes the case on this discharge")
    elif "return" in action:
        _order_return(turn)
    elif action == "other":
        turn.warn("4.109(c)", "the response names no action; the warrant's clock goes on")
    else:
        begin_retaking(turn)


@on(EventType.VIOLATION_ADDENDUM, rule="4.109")
def violation_addendum(turn: Turn) -> None:
    """Either state adds to a report or a response: whereabouts, availability, a change of mind."""
    turn.require_state(UNDER_REPORT, "4.109", "no violation report is open")
    if turn.event.by is Side.RECEIVING:
        # What is found while a report is open can be told by an addendum alone.
        turn.satisfy(Key.OVR_DUE, late="reported after its time limit")
    note_charge(turn)
    said = turn.event.text(*words.DECISION, "probable_cause", "reason")
    no_cause = turn.event.flag("probable_cause_found", "probable_cause") is False
    no_more = turn.event.flag("retaking_no_longer_required") is True
    if not (no_cause or no_more or any(stop in said for stop in STOPS)):
        return
    if turn.event.by is Side.RECEIVING:
        turn.set(may_stop_retaking=True)
    else:
        _end_by_agreement(turn)


def note_charge(turn: Turn) -> None:
    """Keep whether a felony or violent charge is pending in the receiving state."""
    said = turn.event.flag(*PENDING_CHARGE)
    if said is not None:
        turn.set(has_pending_charge=said)


def has_pending_charge(turn: Turn) -> bool:
    """Whether a felony or violent charge is pending, the event's own word first."""
    said = turn.event.flag(*PENDING_CHARGE)
    return turn.case.has_pending_charge if said is None else said


def begin_retaking(turn: Turn) -> None:
    """The sending state retakes: no closure meanwhile (4.112(b))."""
    turn.void(Key.CCN_DUE)
    turn.to(State.RETAKING)


def stop_retaking(turn: Turn) -> None:
    """Supervision goes on where it was."""
    turn.void(*RETAKING_KEYS)
    turn.set(violation="", may_stop_retaking=False, is_in_receiving=True, has_left_back=False)
    turn.to(turn.case.supervised_as)


def _end_by_agreement(turn: Turn) -> None:
    if turn.case.may_stop_retaking:
        stop_retaking(turn)
    else:
        turn.warn(
            "5.103",
            "retaking ends when both states agree: the receiving state says so in an addendum",
        )


def _order_return(turn: Turn) -> None:
    turn.require(
        turn.case.violation == words.BEHAVIOR,
        "5.103",
        "a return in lieu of retaking is for technical behavior alone",
    )
    turn.require(
        not has_pending_charge(turn),
        "5.101-1",
        "a felony or violent charge is pending in the receiving state",
    )
    turn.void(Key.WARRANT_RETAKE)
    turn.activity(State.RETURN_ORDERED)
    turn.start(Key.RETURN_RFRI_AFTER_RVR, Side.RECEIVING)
