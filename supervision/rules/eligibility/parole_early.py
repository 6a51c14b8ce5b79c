"""Early discharge from parole, dual cases included."""

from supervision.rules.eligibility.answer import Asked, Criterion, Heading, Keeper
from supervision.rules.eligibility.asks import (
    lacks_marks,
    not_near_end,
    plain,
    served_years,
    share_served,
)
from supervision.rules.eligibility.facts import EligibilityFacts, Mark
from supervision.rules.eligibility.offense_lists import Listings, ListName, found_on
from supervision.rules.eligibility.parameters import (
    NEAR_END_DAYS,
    PAROLE_YEARS,
    PAROLE_YEARS_LIFE,
    PAROLE_YEARS_LISTED,
    PRACTICE,
    SHARE_SERVED,
)
from supervision.rules.eligibility.probation_early import nothing_against
from timecomp.engine.parameters import Parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing

HIGH = "high"


@rule(
    "eligibility_parole_early",
    title="Early discharge from parole",
    citation=PRACTICE,
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="As from probation, and the years that the sentence or the offense asks for.",
)
def parole_early(facts: EligibilityFacts, listings: Listings) -> Asked:
    """The years that the offense asks for, half of the term, and nothing against it."""
    years = years_asked(facts, listings).on(facts.as_of).amount
    return Asked(
        (
            share_served(facts, SHARE_SERVED),
            served_years(facts, years),
            not_near_end(facts, NEAR_END_DAYS),
            *nothing_against(facts, listings),
            _not_high(facts),
            _no_drunk_driving(facts),
            _no_detainer(facts),
            lacks_marks(facts, Mark.SAI, Mark.MODIFIED, Mark.RESIDENTIAL),
        )
    )


def years_asked(facts: EligibilityFacts, listings: Listings) -> Parameter[int]:
    """Four years for life, two for a listed serious offense, one otherwise."""
    if any(each.is_life for each in facts.offenses):
        return PAROLE_YEARS_LIFE
    if found_on(ListName.ED_PAROLE_2Y, facts.offenses, listings, day=facts.as_of):
        return PAROLE_YEARS_LISTED
    return PAROLE_YEARS


def _not_high(facts: EligibilityFacts) -> Criterion:
    return plain(
        "not_high",
        Heading.SUPERVISION,
        "Not supervised at the level high",
        met=facts.level != HIGH,
        yes=facts.level or "no level is set",
        no=facts.level,
        keeper=Keeper.SUPERVISOR,
    )


def _no_drunk_driving(facts: EligibilityFacts) -> Criterion:
    return plain(
        "no_drunk_driving",
        Heading.CONDUCT,
        "No violation for drunk driving in this term",
        met=not any(each.is_driving_drunk for each in facts.standing_breaches(facts.began_on)),
        yes="none",
        no="a violation for drunk driving stands",
        can_change=False,
    )


def _no_detainer(facts: EligibilityFacts) -> Criterion:
    return plain(
        "no_detainer",
        Heading.CONDUCT,
        "No detainer is lodged",
        met=not facts.has_detainer,
        yes="none",
        no="a detainer is lodged",
        keeper=Keeper.CLERK,
    )
