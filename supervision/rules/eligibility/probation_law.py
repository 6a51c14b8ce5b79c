"""Early discharge from probation as the law gives it."""

from supervision.rules.eligibility.answer import Asked
from supervision.rules.eligibility.asks import (
    money_is_no_bar,
    not_listed,
    not_registered,
    programs_completed,
    share_served,
    told,
)
from supervision.rules.eligibility.facts import EligibilityFacts
from supervision.rules.eligibility.offense_lists import Listings, ListName
from supervision.rules.eligibility.parameters import (
    OBJECTION_DAYS,
    OWN_MOTION_MONTHS,
    REFORM,
    SHARE_SERVED,
)
from timecomp.engine.dates import Rounding, add_months
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing


@rule(
    "eligibility_probation_law",
    title="Early discharge from probation",
    citation="MCL 771.2(2)-(10); MCR 6.441",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    since=REFORM,
    prose="After half of the original term and all required programs the department may notify "
    "the court.",
)
def probation_law(facts: EligibilityFacts, listings: Listings) -> Asked:
    """Half of the original term and all required programs; what one cannot pay is no bar."""
    return Asked(
        (
            share_served(facts, SHARE_SERVED),
            programs_completed(facts),
            not_listed(facts, ListName.ED_BLOCK, listings),
            not_registered(facts),
            money_is_no_bar(facts),
        ),
        notes=(_objection(facts), _own_motion(facts)),
    )


def _objection(facts: EligibilityFacts) -> str:
    days = OBJECTION_DAYS.on(facts.as_of).amount
    return f"The prosecutor may object within {days} days; restitution owed is weighed."


def _own_motion(facts: EligibilityFacts) -> str:
    months = OWN_MOTION_MONTHS.on(facts.as_of).amount
    since = add_months(facts.as_of, -months, rounding=Rounding.LAST_DAY_OF_MONTH)
    if facts.standing_breaches(since):
        return f"The person may not ask himself: a violation since {told(since)}."
    return f"The person may ask the court himself: no violation since {told(since)}."
