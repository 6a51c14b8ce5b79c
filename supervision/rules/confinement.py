"""Whether days of confinement keep within the law: the guard and its words."""

from dataclasses import dataclass

from supervision.rules.caps import Caps, caps_of
from supervision.rules.person_facts import Kind, PersonFacts
from timecomp.engine.parameters import Value, parameter
from timecomp.engine.standing import Standing

SWIFT = "MCL 771A.6"
LEFT_OUT = (
    "its limits do not hold on probation for domestic violence or stalking (recalled, to be"
    " confirmed): the court decides."
)
AWAITING_TREATMENT = parameter(
    "supervision.confinement_awaiting_treatment",
    title="Jail days while a place in treatment is awaited and no safe place is free",
    unit="days",
    module=__name__,
    values=[Value(None, 45, "MCL 771.4b(3)", Standing.VERIFIED)],
)
REVOCATION_FROM = parameter(
    "supervision.technical_sanctions_before_revocation",
    title="Technical violations sanctioned in the term before probation may be revoked for one",
    unit="violations",
    module=__name__,
    values=[
        Value(None, 3, "MCL 771.4b", Standing.RECALLED, "The wording, and the cases left out.")
    ],
)
SWIFT_LADDER = parameter(
    "supervision.swift_and_sure_ladder",
    title="Jail days of a Swift and Sure sanction, by its number",
    unit="days",
    module=__name__,
    values=[
        Value(None, (3, 7, 15, 30), SWIFT, Standing.RECALLED, "A local ladder: enter your court's.")
    ],
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Days of confinement that somebody wants, and for what."""

    days: int
    is_technical: bool
    awaits_treatment: bool = False
    is_swift_and_sure: bool = False
    is_left_out: bool = False


@dataclass(frozen=True, slots=True)
class Limit:
    """The most days, the law that says so, and the words for who asked for more.

    `days` is None where no number of days is the limit.
    """

    days: int | None
    number: int
    citation: str
    text: str

    def allows(self, days: int) -> bool:
        """Whether so many days keep within the limit."""
        return self.days is None or days <= self.days


def limit_for(facts: PersonFacts, asked: Asked) -> Limit:
    """Return the limit on confinement for the next sanction."""
    caps = caps_of(facts)
    number = caps.technical_violation_number
    if asked.is_swift_and_sure:
        return _swift(facts, number)
    if facts.supervision.kind is Kind.PROBATION and not asked.is_technical:
        return Limit(
            None, number, caps.citation, "The violation is not technical: the court decides."
        )
    if facts.supervision.kind is Kind.PROBATION and asked.is_left_out:
        return Limit(None, number, caps.citation, f"{caps.citation}: {LEFT_OUT}")
    if facts.supervision.kind is Kind.PROBATION and asked.awaits_treatment:
        return _awaiting(facts, number)
    days = caps.jail_days
    if days is None and facts.supervision.grade is None:
        # Nobody is locked up on a number that cannot be told.
        days = 0
    return Limit(days, number, caps.citation, _words(facts, caps))


def _words(facts: PersonFacts, caps: Caps) -> str:
    if caps.jail_days is None:
        return f"{caps.citation}: {caps.reason}."
    if facts.supervision.kind is Kind.PAROLE:
        return (
            f"{caps.citation}: a parole sanction confines for not more than {caps.jail_days} days."
        )
    return (
        f"{caps.citation}: for technical violation number {caps.technical_violation_number} of"
        f" this term, on probation for a {facts.supervision.grade}, jail for not more than"
        f" {caps.jail_days} days. Violations of one episode count once. If it is not a technical"
        " violation, state that on the incident with evidence first."
    )


def _awaiting(facts: PersonFacts, number: int) -> Limit:
    value = AWAITING_TREATMENT.on(facts.as_of)
    text = (
        f"{value.citation}: not more than {value.amount} days while a place in treatment is"
        " awaited and there is no safe alternative place to wait."
    )
    return Limit(value.amount, number, value.citation, text)


def _swift(facts: PersonFacts, number: int) -> Limit:
    value = SWIFT_LADDER.on(facts.as_of)
    days = value.amount[min(number, len(value.amount)) - 1]
    text = f"{value.citation}: Swift and Sure sanction number {number}: not more than {days} days."
    return Limit(days, number, value.citation, text)


def may_ask_revocation(facts: PersonFacts, *, is_technical: bool, is_left_out: bool = False) -> str:
    """Return why revocation may not be asked for yet; empty where it may."""
    if facts.supervision.kind is Kind.PAROLE or not is_technical or is_left_out:
        return ""
    needed = REVOCATION_FROM.on(facts.as_of)
    sanctioned = caps_of(facts).technical_violation_number - 1
    if sanctioned >= needed.amount:
        return ""
    return (
        f"{needed.citation}: probation is not revoked for a technical violation before"
        f" {needed.amount} were sanctioned in the term; {sanctioned} were."
    )
