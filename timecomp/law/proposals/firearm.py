"""Felony-firearm served with its felony, or shortened by credit."""

from dataclasses import dataclass, replace
from datetime import date

from timecomp.law.count import names_felony_firearm
from timecomp.law.facts import Case, Sentence
from timecomp.law.proposals.months import WholeMonths, first_day_run
from timecomp.law.proposals.registry import Point, proposal, setting
from timecomp.law.proposed import CreditFacts


@proposal(
    "firearm_term_concurrent",
    title="Felony-firearm runs with its felony",
    point=Point.JUDGMENT,
    touches=("start_after_ff",),
    prose="The felony-firearm term runs with its felony.",
)
def firearm_term_concurrent(*, case: Case, sentence: Sentence) -> Sentence:
    """The tie to counts of the same day falls; the jail days count on the felony too."""
    ties = {each.id: each for each in case.sentences if _is_tie(each, sentence)}
    if not ties:
        return sentence
    if names_felony_firearm(sentence.offense.code):
        return replace(sentence, consecutive_to=_without(sentence, ties))
    credited = max(each.jail_credit_days for each in (sentence, *ties.values()))
    return replace(sentence, consecutive_to=_without(sentence, ties), jail_credit_days=credited)


def _is_tie(one: Sentence, other: Sentence) -> bool:
    """One of the two is a firearm term, both were imposed that day, and one names the other."""
    tied = one.id in other.consecutive_to or other.id in one.consecutive_to
    firearm = names_felony_firearm(one.offense.code) != names_felony_firearm(other.offense.code)
    return tied and firearm and one.sentenced_on == other.sentenced_on


def _without(sentence: Sentence, ties: dict[str, Sentence]) -> tuple[str, ...]:
    return tuple(id for id in sentence.consecutive_to if id not in ties)


@dataclass(frozen=True, slots=True)
class FirearmCredit:
    """Credit on a felony-firearm term."""

    days_a_month: int = setting("Days off a felony-firearm term for each clean month (0: none)")


@proposal(
    "credit_on_firearm_term",
    title="Credit on a felony-firearm term",
    point=Point.SHORTENING,
    settings=FirearmCredit,
    touches=("ff_no_credit",),
    prose="Credit brings the end of the felony-firearm term to {output}.",
)
def credit_on_firearm_term(
    *, facts: CreditFacts, day: date | None, settings: FirearmCredit
) -> date | None:
    """Each month served without major misconduct takes so many days off the flat term."""
    if not facts.is_flat or not names_felony_firearm(facts.sentence.offense.code):
        return day
    months = WholeMonths(facts.start, facts.months_lost)

    def credit(month: int) -> int:
        return max(0, months.served(month) * settings.days_a_month - facts.days_taken)

    return first_day_run(start=facts.start, calendar_end=facts.calendar_end, credit=credit)
