"""A lower level, where the scores name one."""

from supervision.rules.eligibility.answer import Asked, Criterion, Heading, Keeper
from supervision.rules.eligibility.asks import (
    is_at_hand,
    lacks_marks,
    not_listed,
    not_registered,
    plain,
    told,
)
from supervision.rules.eligibility.classification import is_sex_case, review_day
from supervision.rules.eligibility.facts import EligibilityFacts, Mark
from supervision.rules.eligibility.offense_lists import Listings, ListName
from supervision.rules.eligibility.parameters import PRACTICE
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing

CLOSEST_FIRST = ("high", "maximum", "medium", "minimum", "limited", "unsupervised")


@rule(
    "eligibility_downgrade",
    title="Lower level of supervision",
    citation=PRACTICE,
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="Supervised more closely than assessed, before the first review.",
)
def downgrade(facts: EligibilityFacts, listings: Listings) -> Asked:
    """The level is closer than the scores name, and nothing excludes a lower one."""
    is_sex = is_sex_case(facts, listings)
    return Asked(
        (
            _is_over_supervised(facts),
            _before_first_review(facts, is_sex=is_sex),
            not_listed(facts, ListName.DOWNGRADE_BLOCK, listings),
            _no_sex_offense(is_sex=is_sex),
            not_registered(facts),
            _no_life(facts),
            is_at_hand(facts),
            lacks_marks(facts, Mark.COMMUTED, Mark.MONITORED, Mark.LIFETIME_MONITORED, Mark.SAI),
        )
    )


def is_closer(level: str, than: str) -> bool:
    """Whether a level supervises more closely than another."""
    if level not in CLOSEST_FIRST or than not in CLOSEST_FIRST:
        return False
    return CLOSEST_FIRST.index(level) < CLOSEST_FIRST.index(than)


def _is_over_supervised(facts: EligibilityFacts) -> Criterion:
    now, named = facts.level or "none set", facts.named_level or "none"
    return plain(
        "over_supervised",
        Heading.SUPERVISION,
        "Supervised more closely than the scores name",
        met=is_closer(facts.level, facts.named_level),
        yes=f"level {now}, the scores name {named}",
        no=f"level {now}, the scores name {named}",
        keeper=Keeper.SUPERVISOR,
        can_change=False,
    )


def _before_first_review(facts: EligibilityFacts, *, is_sex: bool) -> Criterion:
    first = review_day(facts, is_sex=is_sex)
    return plain(
        "before_first_review",
        Heading.TIME,
        "Before the first review, which looks at the level itself",
        met=facts.last_review_on is None and facts.as_of < first,
        yes=f"first review {told(first)}",
        no="the first review has come",
        can_change=False,
    )


def _no_sex_offense(*, is_sex: bool) -> Criterion:
    return plain(
        "no_sex_offense",
        Heading.OFFENSE,
        "No sex offense",
        met=not is_sex,
        yes="none",
        no="a sex offense case",
        keeper=Keeper.CLERK,
        can_change=False,
    )


def _no_life(facts: EligibilityFacts) -> Criterion:
    return plain(
        "no_life",
        Heading.OFFENSE,
        "No life sentence",
        met=not any(each.is_life for each in facts.offenses),
        yes="none",
        no="a life sentence",
        keeper=Keeper.CLERK,
        can_change=False,
    )
