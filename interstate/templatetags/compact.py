"""Words of the compact: states, what is owed, moves."""

from datetime import date

from django import template
from django.utils import timezone
from django.utils.dateparse import parse_date

from interstate.rules.content import Form, form_of
from interstate.rules.form_words import words_of
from interstate.rules.limits import LIMITS
from interstate.rules.routing import Move
from interstate.rules.vocabulary import EventType, Key
from ots.core.templatetags.show import day

register = template.Library()

MOVES = {
    Move.SUBMIT: "Submit for review",
    Move.APPROVE: "Pass on to the compact office",
    Move.RETURN: "Return for correction",
    Move.TRANSMIT: "Send to the other state",
    Move.NOTIFY: "Send to the other state now",
    Move.ASSIGN: "Assign",
    Move.DELEGATE: "Delegate",
    Move.SEND_BACK: "Send back to the other state",
    Move.WITHDRAW: "Withdraw",
    Move.UNDO: "Undo the withdrawal",
    Move.DELETE: "Delete the draft",
}


@register.filter
def state_words(value: str) -> str:
    """Return a code as words: ``TR_PENDING`` as "Tr pending" is no word of the field."""
    return _STATES.get(str(value), str(value).replace("_", " ").capitalize())


_STATES = {
    "DRAFT": "Draft",
    "RI_PENDING": "Reporting instructions requested",
    "RI_APPROVED": "Reporting instructions granted",
    "RI_DENIED": "Reporting instructions denied",
    "RI_ARRIVED": "Arrived on reporting instructions",
    "TR_PENDING": "Transfer requested",
    "ACCEPTED": "Transfer accepted",
    "REJECTED": "Transfer rejected",
    "IN_TRANSIT": "Departed",
    "FAILED_TO_ARRIVE": "Failed to arrive",
    "ACTIVE": "Supervised in the receiving state",
    "RETAKE_REQUESTED": "Retaking requested",
    "RETAKING": "Being retaken",
    "RETURN_ORDERED": "Return ordered",
    "RETURN_PENDING": "Return requested",
    "RETURN_APPROVED": "Return approved",
    "RETURNING": "On the way back",
    "CLOSURE_PENDING": "Closure noticed",
    "CLOSED": "Closed",
    "WITHDRAWN": "Withdrawn",
    "NOT_SUBJECT": "Not subject to the compact",
    "NOT_ELIGIBLE": "Not eligible",
    "TRAVEL_PERMIT_ONLY": "Travel permit only",
    "MANDATORY": "Mandatory: the receiving state must accept",
    "DISCRETIONARY": "Discretionary",
}


@register.filter
def owed_words(value: str) -> str:
    """Return what is owed under a key, as its limit is titled."""
    key = str(value)
    if key not in set(Key):
        return key
    limit = LIMITS.get(Key(key))
    return limit.title if limit else key


@register.filter
def kind_words(value: str) -> str:
    """Return what an activity or event is called: by the title of its form."""
    return form_of(EventType(value)).title


@register.filter
def form_words(value: Form) -> str:
    """Return what a form says of itself, with the limits in force today."""
    return words_of(value, timezone.localdate())


@register.filter
def move_words(value: str) -> str:
    """Return what a move's button says."""
    return MOVES.get(Move(value), str(value))


@register.filter
def clock_words(value: str) -> str:
    """Return what a move does to the limit that runs, where it is easily taken wrongly."""
    return _CLOCKS.get(Move(value), "")


_CLOCKS = {
    Move.RETURN: "It stays in your state. A limit that runs goes on: returning it moves no day.",
    Move.SEND_BACK: (
        "Sending it back does not stop the clock: the reply stays due on the same day, "
        "also after it is corrected and sent again."
    ),
    Move.WITHDRAW: "What the other state owes for it ends when the time to undo has passed.",
}


@register.filter
def said(value: object) -> str:
    """Return what is said: a flag as yes or no, a day as on every page, a code as words."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    text = str(value)
    found = parse_date(text) if len(text) == len("2026-01-01") and text[4:5] == "-" else None
    if isinstance(found, date):
        return day(found)
    return state_words(text) if text.replace("_", "").isalpha() and "_" in text else text
