"""Who may transfer under the compact, and whether the receiving state must take him (chapter 3)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from interstate.rules.eligibility_facts import (
    EligibilityFacts,
    Family,
    OffenseClass,
    Residence,
    Special,
)
from interstate.rules.eligibility_rules import (
    enough_supervision_remains,
    is_relocating,
    is_resident,
    is_resident_family,
    misdemeanor_is_subject,
)
from interstate.rules.limits import REMAINING_SUPERVISION
from interstate.rules.rule_sets import RULE_SETS
from timecomp.engine.trace import Step, Tracer, recording

Known = TypeVar("Known")
NOT_IN_THE_COMMUNITY = frozenset({"furlough", "work_release", "pre_parole"})
SPECIAL_RULES = {
    Special.MILITARY: "3.101-1(a)(1)",
    Special.LIVES_WITH_MILITARY_FAMILY: "3.101-1(a)(2)",
    Special.FAMILY_EMPLOYMENT_TRANSFER: "3.101-1(a)(3)",
    Special.OWN_EMPLOYMENT_TRANSFER: "3.101-1(a)(4)",
    Special.VETERAN_MEDICAL: "3.101-1(a)(5)",
}
NEEDS_SUPPORT = frozenset({Special.LIVES_WITH_MILITARY_FAMILY, Special.FAMILY_EMPLOYMENT_TRANSFER})


class Decision(StrEnum):
    """What the rules say of a transfer."""

    MANDATORY = "MANDATORY"
    DISCRETIONARY = "DISCRETIONARY"
    NOT_SUBJECT = "NOT_SUBJECT"
    NOT_ELIGIBLE = "NOT_ELIGIBLE"
    TRAVEL_PERMIT_ONLY = "TRAVEL_PERMIT_ONLY"


@dataclass(frozen=True, slots=True)
class Eligibility:
    """A decision, the rule it rests on and the reasons in plain words."""

    id: str
    decision: Decision
    rule: str
    reasons: tuple[str, ...]
    missing: tuple[str, ...]
    trace: tuple[Step, ...]


class _Inquiry:
    """One decision in the making: what was asked for and not known, and the reasons so far."""

    def __init__(self, facts: EligibilityFacts) -> None:
        self.facts = facts
        self.missing: list[str] = []
        self.reasons: list[str] = []
        # Rules are chosen by the day of the request; where it is not known, today's apply.
        self.on: date = facts.transmitted_on or RULE_SETS[-1].since

    def known(self, name: str, value: Known | None) -> Known | None:
        """The fact, noted as missing if it is not known."""
        if value is None and name not in self.missing:
            self.missing.append(name)
        return value

    def because(self, reason: str) -> None:
        """Add a reason."""
        self.reasons.append(reason)


def decide(facts: EligibilityFacts) -> Eligibility:
    """Whether the person may transfer and whether the receiving state must accept; a fact that is
    needed and not known is named, and counts as not shown."""
    inquiry = _Inquiry(facts)
    tracer = Tracer()
    with recording(tracer):
        decision, rule = _decision(inquiry)
    named = tuple(f"{name} is not known; enter it" for name in inquiry.missing)
    return Eligibility(
        id=facts.id,
        decision=decision,
        rule=rule,
        reasons=(*inquiry.reasons, *named),
        missing=tuple(inquiry.missing),
        trace=tracer.steps,
    )


def _decision(inquiry: _Inquiry) -> tuple[Decision, str]:
    for bar in (_not_subject, _no_relocation, _not_eligible):
        found = bar(inquiry)
        if found is not None:
            return found
    for ground in (_as_resident, _as_family, _by_special_ground):
        rule = ground(inquiry)
        if rule:
            return Decision.MANDATORY, rule
    inquiry.because(
        "no ground makes the transfer mandatory; the sending state may justify it and the "
        "receiving state decides"
    )
    return Decision.DISCRETIONARY, "3.101-2"


def _not_subject(inquiry: _Inquiry) -> tuple[Decision, str] | None:
    facts = inquiry.facts
    if facts.monetary_only:
        inquiry.because("supervision with no condition but payment is no supervision here")
        return Decision.NOT_SUBJECT, "1.101"
    if facts.release_program.lower() in NOT_IN_THE_COMMUNITY:
        inquiry.because("a person on furlough, work release or pre-parole may not transfer")
        return Decision.NOT_ELIGIBLE, "2.107"
    offense_class = inquiry.known("offense.class", facts.offense.offense_class)
    if offense_class is None:
        return Decision.NOT_ELIGIBLE, "2.105"
    if offense_class is OffenseClass.MISDEMEANOR and not _misdemeanor_is_subject(inquiry):
        inquiry.because(
            "a misdemeanor needs a year of supervision, and harm, a firearm, a second impaired "
            "driving or a sexual offense that has to be registered; the states may still agree "
            "(advisory opinion 4-2005)"
        )
        return Decision.NOT_SUBJECT, "2.105"
    return None


def _misdemeanor_is_subject(inquiry: _Inquiry) -> bool:
    facts, offense = inquiry.facts, inquiry.facts.offense
    months = inquiry.known("supervision_months", facts.supervision_months)
    subject = misdemeanor_is_subject(
        on=inquiry.on,
        supervision_months=months or 0,
        harm=bool(offense.harm),
        firearm=bool(offense.firearm),
        impaired_driving_number=offense.impaired_driving_number or 0,
        registration_required=bool(offense.registration_required),
    )
    if not subject and months is not None:
        inquiry.known("offense.harm", offense.harm)
        inquiry.known("offense.firearm", offense.firearm)
        inquiry.known("offense.impaired_driving_number", offense.impaired_driving_number)
        inquiry.known("offense.registration_required", offense.registration_required)
    return subject


def _no_relocation(inquiry: _Inquiry) -> tuple[Decision, str] | None:
    registered = bool(inquiry.facts.offense.registration_required)
    days = inquiry.facts.relocating_days
    if days is None:
        # Who asks for a transfer relocates; the length of the stay is still to be entered.
        if not registered:
            inquiry.known("relocating_days", days)
        return None
    if is_relocating(on=inquiry.on, relocating_days=days, registration_required=registered):
        return None
    inquiry.because(f"a stay of {days} days in a row is no relocation; a travel permit will do")
    return Decision.TRAVEL_PERMIT_ONLY, "1.101"


def _not_eligible(inquiry: _Inquiry) -> tuple[Decision, str] | None:
    bars: tuple[tuple[str, Callable[[_Inquiry], bool], str], ...] = (
        ("3.101(a)", _enough_remains, _more_must_remain(inquiry)),
        ("3.101(b)", _has_plan, "there is no valid plan of supervision"),
        ("3.101(c)", _complies, "the person is not in substantial compliance"),
    )
    failed = [(rule, reason) for rule, holds, reason in bars if not holds(inquiry)]
    if not failed:
        return None
    for rule, reason in failed:
        inquiry.because(f"{reason} ({rule})")
    return Decision.NOT_ELIGIBLE, failed[0][0]


def _enough_remains(inquiry: _Inquiry) -> bool:
    facts = inquiry.facts
    if facts.indefinite:
        return enough_supervision_remains(on=inquiry.on, supervision_ends_on=None)
    transmitted = inquiry.known("transmitted_on", facts.transmitted_on)
    ends_on = inquiry.known("supervision_ends_on", facts.supervision_ends_on)
    if transmitted is None or ends_on is None:
        return False
    return enough_supervision_remains(on=transmitted, supervision_ends_on=ends_on)


def _more_must_remain(inquiry: _Inquiry) -> str:
    limit = REMAINING_SUPERVISION.on(inquiry.on).amount
    return f"more than {limit.count} days of supervision must remain"


def _has_plan(inquiry: _Inquiry) -> bool:
    return bool(inquiry.known("valid_plan", inquiry.facts.valid_plan))


def _complies(inquiry: _Inquiry) -> bool:
    return bool(inquiry.known("substantial_compliance", inquiry.facts.substantial_compliance))


def _as_resident(inquiry: _Inquiry) -> str:
    residence = inquiry.facts.resident or Residence()
    if inquiry.facts.resident is None:
        return ""
    before = inquiry.known("resident.months_in_state_before", residence.months_in_state_before)
    since = inquiry.known("resident.months_elsewhere", residence.months_elsewhere)
    if before is None or since is None:
        return ""
    if not is_resident(on=inquiry.on, months_in_state_before=before, months_elsewhere=since):
        return ""
    inquiry.because("the person is a resident of the receiving state")
    return "3.101(d)"


def _as_family(inquiry: _Inquiry) -> str:
    family = inquiry.facts.family
    if family is None:
        return ""
    days = inquiry.known("family.days_in_state", family.days_in_state)
    willing = inquiry.known("family.willing", family.willing)
    if days is None or willing is None or not _is_family(inquiry, family, days, willing):
        return ""
    if not _has_support(inquiry):
        inquiry.because("resident family needs employment or means of support too")
        return ""
    inquiry.because("the person has resident family there, and employment or means of support")
    return "3.101(e)"


def _is_family(inquiry: _Inquiry, family: Family, days: int, willing: bool) -> bool:
    return is_resident_family(
        on=inquiry.on, relation=family.relation, days_in_state=days, willing=willing
    )


def _by_special_ground(inquiry: _Inquiry) -> str:
    special = inquiry.facts.special
    if special is None:
        return ""
    if special in NEEDS_SUPPORT and not _has_support(inquiry):
        inquiry.because(f"{special.replace('_', ' ')} needs means of support too")
        return ""
    inquiry.because(special.replace("_", " "))
    return SPECIAL_RULES[special]


def _has_support(inquiry: _Inquiry) -> bool:
    facts = inquiry.facts
    if facts.employment or facts.means_of_support:
        return True
    inquiry.known("employment", facts.employment)
    inquiry.known("means_of_support", facts.means_of_support)
    return False
