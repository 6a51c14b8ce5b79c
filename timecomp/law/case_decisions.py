"""Clerks' decisions as a case file holds them."""

from dataclasses import fields

from timecomp.law.case_fields import Fields
from timecomp.law.clerk_decision import ClerkDecision, DecisionKind
from timecomp.law.results import OffenderDates, SentenceResult

_OF_THE_PERSON = frozenset(
    each.name for each in fields(OffenderDates) if each.name.endswith("_date")
)
_NO_DATES = frozenset({"id", "regime", "credits", "disciplinary_time_days"})
_OF_A_SENTENCE = frozenset(each.name for each in fields(SentenceResult)) - _NO_DATES


def decision(given: Fields) -> ClerkDecision:
    """One decision; it settles a question, overrides a date, or both."""
    made = ClerkDecision(
        id=given.text("id"),
        kind=given.choice("kind", DecisionKind),
        decided_on=given.day("decided_on"),
        reason=given.text("reason"),
        rule=given.optional_text("rule"),
        sentence=given.optional_text("sentence"),
        message=given.optional_text("message"),
        date_name=given.optional_text("date_name"),
        value=given.optional_day("value"),
        system_value=given.optional_day("system_value"),
        authority=given.optional_text("authority"),
        until=given.optional_day("until"),
    )
    _check(given, made)
    return made


def dates_of(sentence: str | None) -> frozenset[str]:
    """The names of the dates that may be overridden: the person's, or those of a sentence."""
    return _OF_A_SENTENCE if sentence else _OF_THE_PERSON


def _check(given: Fields, made: ClerkDecision) -> None:
    if made.kind is DecisionKind.STANDS and made.rule is None:
        raise given.wrong("rule", "is missing; name the rule whose question is settled.")
    if (made.rule is None) is not (made.message is None):
        raise given.wrong("message", "goes with the rule that asked; give both or neither.")
    allowed = dates_of(made.sentence)
    if made.kind is DecisionKind.OVERRIDE and made.date_name not in allowed:
        raise given.wrong("date_name", f"is not one of {', '.join(sorted(allowed))}.")
    if made.until is not None and made.until < made.decided_on:
        raise given.wrong("until", "is before the day it was decided; correct one of the two.")
