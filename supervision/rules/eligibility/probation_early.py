"""Early discharge from probation as the agency takes it up."""

from supervision.rules.eligibility.answer import Asked, Criterion, Heading, Keeper
from supervision.rules.eligibility.asks import (
    is_at_hand,
    is_michigans_own,
    lacks_marks,
    no_open_violation,
    no_pending_charge,
    no_protective_order,
    not_listed,
    not_near_end,
    not_registered,
    plain,
    programs_completed,
    share_served,
)
from supervision.rules.eligibility.facts import EligibilityFacts, Mark
from supervision.rules.eligibility.offense_lists import Listings, ListName
from supervision.rules.eligibility.parameters import NEAR_END_DAYS, PRACTICE, SHARE_SERVED
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing


@rule(
    "eligibility_probation_early",
    title="Early discharge from probation, agency practice",
    citation=PRACTICE,
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="Past half, not near the end, no listed offense, no order, nothing pending.",
)
def probation_early(facts: EligibilityFacts, listings: Listings) -> Asked:
    """Half served, not near the end, and nothing that speaks against it."""
    return Asked(
        (
            share_served(facts, SHARE_SERVED),
            not_near_end(facts, NEAR_END_DAYS),
            *nothing_against(facts, listings),
            lacks_marks(facts, Mark.MODIFIED, Mark.RESIDENTIAL),
            _no_dual(facts),
        )
    )


def nothing_against(facts: EligibilityFacts, listings: Listings) -> tuple[Criterion, ...]:
    """What speaks against any early discharge, from probation or parole."""
    return (
        not_listed(facts, ListName.ED_BLOCK, listings),
        not_registered(facts),
        no_protective_order(facts),
        no_pending_charge(facts),
        no_open_violation(facts),
        is_at_hand(facts),
        programs_completed(facts),
        is_michigans_own(facts),
    )


def _no_dual(facts: EligibilityFacts) -> Criterion:
    return plain(
        "not_dual",
        Heading.SUPERVISION,
        "Not on parole at the same time (dual cases go by parole)",
        met=not facts.is_dual,
        yes="probation alone",
        no="on parole too",
        keeper=Keeper.CLERK,
        can_change=False,
    )
