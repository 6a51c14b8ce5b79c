"""An incentive for months without a violation."""

from supervision.rules.eligibility.answer import Asked, Criterion, Heading, Keeper
from supervision.rules.eligibility.asks import is_at_hand, no_pending_charge, served_months, told
from supervision.rules.eligibility.facts import EligibilityFacts
from supervision.rules.eligibility.offense_lists import Listings
from supervision.rules.eligibility.parameters import INCENTIVE_MONTHS, OURS
from timecomp.engine.dates import Rounding, add_months
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing


@rule(
    "eligibility_incentive",
    title="Incentive",
    citation=OURS,
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.INFERRED,
    prose="Six months without a violation.",
    awaits="The agency's own rule.",
)
def incentive(facts: EligibilityFacts, listings: Listings) -> Asked:  # noqa: ARG001  as every rule
    """So many months on supervision without a violation, and nothing pending."""
    months = INCENTIVE_MONTHS.on(facts.as_of).amount
    return Asked(
        (
            served_months(facts, months),
            _no_violation(facts, months),
            no_pending_charge(facts),
            is_at_hand(facts),
        )
    )


def _no_violation(facts: EligibilityFacts, months: int) -> Criterion:
    last = max((each.on for each in facts.standing_breaches(facts.began_on)), default=None)
    day = last and add_months(last, months, rounding=Rounding.FIRST_DAY_OF_NEXT_MONTH)
    return Criterion(
        "no_violation",
        Heading.CONDUCT,
        f"No violation in {months} months",
        met=day is None or facts.as_of >= day,
        fact=f"last violation {told(last)}" if last else "none in this term",
        keeper=Keeper.AGENT,
        possible_on=day,
    )
