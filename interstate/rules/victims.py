"""Victims' notices and comments (rules 3.108, 3.108-1)."""

from datetime import date, timedelta

from interstate.rules.case import Case
from interstate.rules.limits import LIMITS
from interstate.rules.turn import Turn, on
from interstate.rules.vocabulary import EventType, Key, Side
from timecomp.engine.manual import ManualComputation


@on(EventType.VICTIM_NOTICE_SENT, Side.SENDING, rule="3.108")
def victim_notice_sent(turn: Turn) -> None:
    """A victim is told; some days later the notice counts as received and the right to be heard
    begins."""
    turn.satisfy(Key.VICTIM_INITIAL, late="begun after its time limit")
    turn.start(Key.VICTIM_RECEIPT, Side.VICTIM)
    received_on = _presumed_receipt(turn)
    if received_on is not None:
        turn.start(Key.VICTIM_COMMENT, Side.VICTIM, on=received_on)


@on(EventType.VICTIM_COMMENT_RECEIVED, Side.SENDING, rule="3.108")
def victim_comment_received(turn: Turn) -> None:
    """A victim's concerns have come in: they are answered."""
    turn.satisfy(Key.VICTIM_RECEIPT, Key.VICTIM_COMMENT)
    turn.start(Key.VICTIM_ANSWER, Side.SENDING)


@on(EventType.VICTIM_ANSWERED, Side.SENDING, rule="3.108(d)")
def victim_answered(turn: Turn) -> None:
    """The victim's concerns are answered."""
    turn.satisfy(Key.VICTIM_ANSWER, late="answered after its time limit")


@on(EventType.VICTIM_INFORMATION_REQUEST, Side.SENDING, rule="3.108-1")
def victim_information_request(turn: Turn) -> None:
    """The sending state asks for what it needs to notify victims."""
    turn.start(Key.VICTIM_INFO_REPLY, Side.RECEIVING)


@on(EventType.VICTIM_INFORMATION, Side.RECEIVING, rule="3.108-1")
def victim_information(turn: Turn) -> None:
    """The receiving state gives it."""
    turn.satisfy(Key.VICTIM_INFO_REPLY, late="given after its time limit")


def presume_on_the_calendar(turn: Turn, day: date) -> None:
    """A notice counts as received on its day; a right to comment that was not used lapses."""
    turn.presume(Key.VICTIM_RECEIPT, day)
    turn.lapse(Key.VICTIM_COMMENT, day)


def next_presumption(case: Case) -> date | None:
    """The day on which the next notice counts as received or the next right to comment lapses."""
    days = (
        each.due_on if each.key is Key.VICTIM_RECEIPT else each.due_on + timedelta(days=1)
        for each in case.obligations
        if each.is_open and each.key in {Key.VICTIM_RECEIPT, Key.VICTIM_COMMENT}
    )
    return min(days, default=None)


def _presumed_receipt(turn: Turn) -> date | None:
    try:
        limit = LIMITS[Key.VICTIM_RECEIPT].on(turn.event.day).amount
    except ManualComputation:
        return None
    return limit.after(turn.event.day, turn.scenario.calendar)
