"""Review of the classification at its time."""

from datetime import date

from supervision.rules.eligibility.answer import Asked, Criterion, Heading, Keeper
from supervision.rules.eligibility.asks import (
    is_at_hand,
    lacks_marks,
    not_near_end,
    plain,
    told,
)
from supervision.rules.eligibility.clock import months_on_the_clock
from supervision.rules.eligibility.facts import EligibilityFacts, Mark
from supervision.rules.eligibility.offense_lists import Listings, ListName, found_on
from supervision.rules.eligibility.parameters import (
    PRACTICE,
    REVIEW_END_DAYS,
    REVIEW_EVERY,
    REVIEW_FIRST,
    REVIEW_FIRST_SAI,
    REVIEW_FIRST_SEX,
)
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing

ABOVE_MEDIUM = frozenset({"high", "maximum"})


@rule(
    "eligibility_classification",
    title="Classification review",
    citation=PRACTICE,
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="First after six months, four after SAI, twelve in sex offense cases; then every six.",
)
def classification(facts: EligibilityFacts, listings: Listings) -> Asked:
    """The months have run, without those of warrant, absence and custody."""
    is_sex = is_sex_case(facts, listings)
    return Asked(
        (
            _is_due(facts, is_sex=is_sex),
            not_near_end(facts, REVIEW_END_DAYS),
            is_at_hand(facts),
            lacks_marks(facts, Mark.MONITORED, Mark.LIFETIME_MONITORED),
            _may_go_lower(facts, is_sex=is_sex),
        )
    )


def is_sex_case(facts: EligibilityFacts, listings: Listings) -> bool:
    """Whether the case is one of a sex offense."""
    if facts.is_registered or Mark.SEX_OFFENSE in facts.marks:
        return True
    return found_on(ListName.SEX, facts.offenses, listings, day=facts.as_of) is not None


def review_day(facts: EligibilityFacts, *, is_sex: bool) -> date:
    """The day on which the next review is due."""
    if facts.last_review_on is not None:
        months = REVIEW_EVERY.on(facts.as_of).amount
        return months_on_the_clock(facts.last_review_on, months, facts.pauses)
    return months_on_the_clock(facts.began_on, _first_months(facts, is_sex=is_sex), facts.pauses)


def _first_months(facts: EligibilityFacts, *, is_sex: bool) -> int:
    if is_sex:
        return REVIEW_FIRST_SEX.on(facts.as_of).amount
    if Mark.SAI in facts.marks:
        return REVIEW_FIRST_SAI.on(facts.as_of).amount
    return REVIEW_FIRST.on(facts.as_of).amount


def _is_due(facts: EligibilityFacts, *, is_sex: bool) -> Criterion:
    day = review_day(facts, is_sex=is_sex)
    last = facts.last_review_on
    return Criterion(
        "review_is_due",
        Heading.TIME,
        "The time of the review has come",
        met=facts.as_of >= day,
        fact=f"last review {told(last) if last else 'never'}; due {told(day)}",
        keeper=Keeper.AGENT,
        possible_on=day,
    )


def _may_go_lower(facts: EligibilityFacts, *, is_sex: bool) -> Criterion:
    return plain(
        "may_go_lower",
        Heading.OFFENSE,
        "Sex offense cases stay at medium or closer",
        met=not is_sex or facts.level in ABOVE_MEDIUM,
        yes="above medium" if is_sex else "no sex offense",
        no="at medium or below already",
        can_change=False,
    )
