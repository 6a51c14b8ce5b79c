"""Discharge when the term has run out."""

from datetime import timedelta

from supervision.rules.eligibility.answer import Asked, Criterion, Heading, Keeper
from supervision.rules.eligibility.asks import UNKNOWN_END, is_at_hand, told
from supervision.rules.eligibility.facts import EligibilityFacts
from supervision.rules.eligibility.offense_lists import Listings
from supervision.rules.eligibility.parameters import FULL_TERM_DAYS, PRACTICE
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing


@rule(
    "eligibility_full_term",
    title="Discharge at full term",
    citation=PRACTICE,
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="Taken up two days past the full-term date.",
)
def full_term(facts: EligibilityFacts, listings: Listings) -> Asked:  # noqa: ARG001  as every rule
    """The term has run out, and no warrant or absence has stopped it."""
    return Asked((_has_run_out(facts), is_at_hand(facts)))


def _has_run_out(facts: EligibilityFacts) -> Criterion:
    days = FULL_TERM_DAYS.on(facts.as_of)
    day = facts.ends_on and facts.ends_on + timedelta(days=days.amount)
    return Criterion(
        "has_run_out",
        Heading.TIME,
        f"{days.amount} days past the end of the term",
        met=day is not None and facts.as_of >= day,
        fact=f"the term ends {told(facts.ends_on)}" if facts.ends_on else UNKNOWN_END,
        keeper=Keeper.COURT,
        possible_on=day,
        can_change=day is None,
        citation=days.citation,
        standing=days.standing,
    )
