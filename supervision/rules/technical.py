"""Whether a breach is a technical probation violation: by the statute, never by severity."""

from dataclasses import dataclass
from enum import StrEnum

from supervision.rules.person_facts import Kind
from supervision.rules.violation_codes import ViolationType
from timecomp.engine.standing import Standing

STATUTE = "MCL 771.4b"
PAROLE_STATUTE = "MCL 791.240a"
ALCOHOL_CODES = frozenset({"V402"})
CRIMES = frozenset(
    {
        ViolationType.FELONY,
        ViolationType.MISDEMEANOR,
        ViolationType.LAW,
        ViolationType.MUNICIPAL,
    }
)


class Nature(StrEnum):
    """What a breach is where the law counts technical violations."""

    TECHNICAL = "technical"
    NOT_TECHNICAL = "not_technical"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True)
class Breach:
    """What was breached, as its code has it."""

    code: str
    legal_type: ViolationType
    is_information: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """What of the person's case the statute asks about."""

    kind: Kind
    is_felony_drunk_driving: bool = False
    # On probation for what the statute's limits leave out: domestic violence or stalking.
    is_left_out: bool = False
    # Its sanctions have a ladder of their own.
    is_swift_and_sure: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """The nature of a breach, in words, with the law and how sure its wording is."""

    nature: Nature
    why: str
    citation: str
    standing: Standing


def nature_of(breach: Breach, case: Case) -> Verdict:
    """Say whether the breach is technical, and why."""
    if breach.is_information or breach.legal_type is ViolationType.INFORMATION:
        return _verdict(Nature.INFORMATION, "It is information and no violation by itself.", case)
    if breach.legal_type in CRIMES:
        return _verdict(Nature.NOT_TECHNICAL, "It breaks a law or an ordinance.", case)
    if breach.legal_type is ViolationType.NON_TECHNICAL:
        return _verdict(
            Nature.NOT_TECHNICAL, "It breaches a no-contact order or a duty to register.", case
        )
    if breach.legal_type is ViolationType.ABSCONDED:
        return _verdict(
            Nature.NOT_TECHNICAL, "It is absconding: out of contact for 60 days or more.", case
        )
    if breach.code in ALCOHOL_CODES and case.is_felony_drunk_driving:
        return _verdict(
            Nature.NOT_TECHNICAL, "Alcohol was consumed on a felony drunk-driving case.", case
        )
    return _verdict(
        Nature.TECHNICAL, "It breaches the order and is none of what the statute leaves out.", case
    )


def _verdict(nature: Nature, why: str, case: Case) -> Verdict:
    citation = PAROLE_STATUTE if case.kind is Kind.PAROLE else STATUTE
    return Verdict(nature, why, citation, Standing.RECALLED)
