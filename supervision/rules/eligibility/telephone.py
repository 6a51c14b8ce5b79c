"""Reporting by telephone."""

from supervision.rules.eligibility.answer import Asked, Criterion, Heading, Keeper
from supervision.rules.eligibility.asks import (
    UNKNOWN_END,
    is_at_hand,
    lacks_marks,
    not_listed,
    not_near_end,
    not_registered,
    plain,
    told,
)
from supervision.rules.eligibility.clock import months_on_the_clock
from supervision.rules.eligibility.facts import EligibilityFacts, Mark, Term
from supervision.rules.eligibility.offense_lists import Listings, ListName, found_on
from supervision.rules.eligibility.parameters import (
    PRACTICE,
    REVIEW_END_DAYS,
    TELEPHONE_MONTHS,
    TELEPHONE_MONTHS_DRUNK,
)
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing

MINIMUM = "minimum"
HIGH_HIGH = ("high", "high")


@rule(
    "eligibility_telephone",
    title="Telephone reporting",
    citation=PRACTICE,
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="Six months at minimum, after drunk driving a year on supervision too, and nothing that "
    "excludes it.",
)
def telephone(facts: EligibilityFacts, listings: Listings) -> Asked:
    """Long enough at minimum, and not excluded."""
    return Asked(
        (
            _long_at_minimum(facts),
            *_a_year_after_drunk_driving(facts, listings),
            _not_high_high(facts),
            not_near_end(facts, REVIEW_END_DAYS),
            not_listed(facts, ListName.TRS_BLOCK, listings),
            not_registered(facts),
            _not_delayed(facts),
            is_at_hand(facts),
            lacks_marks(facts, Mark.RPOSN, Mark.MODIFIED),
        )
    )


def _long_at_minimum(facts: EligibilityFacts) -> Criterion:
    months = TELEPHONE_MONTHS.on(facts.as_of).amount
    asks = f"At least {months} months at the level minimum"
    if facts.level != MINIMUM or facts.level_since is None:
        level = facts.level or UNKNOWN_END.replace("end of the term", "level")
        return plain(
            "long_at_minimum",
            Heading.TIME,
            asks,
            met=False,
            yes="",
            no=f"level now: {level}",
            keeper=Keeper.SUPERVISOR,
            can_change=False,
        )
    day = months_on_the_clock(facts.level_since, months, facts.pauses)
    return Criterion(
        "long_at_minimum",
        Heading.TIME,
        asks,
        met=facts.as_of >= day,
        fact=f"at minimum since {told(facts.level_since)}; reached on {told(day)}",
        keeper=Keeper.SUPERVISOR,
        possible_on=day,
    )


def _a_year_after_drunk_driving(
    facts: EligibilityFacts, listings: Listings
) -> tuple[Criterion, ...]:
    """Asked only of one convicted of it: so long on supervision, at whatever level."""
    if not found_on(ListName.DRUNK_DRIVING, facts.offenses, listings, day=facts.as_of):
        return ()
    months = TELEPHONE_MONTHS_DRUNK.on(facts.as_of).amount
    day = months_on_the_clock(facts.began_on, months, facts.pauses)
    criterion = Criterion(
        "long_on_supervision",
        Heading.TIME,
        f"At least {months} months on supervision for drunk driving",
        met=facts.as_of >= day,
        fact=f"on supervision since {told(facts.began_on)}; reached on {told(day)}",
        keeper=Keeper.CLERK,
        possible_on=day,
    )
    return (criterion,)


def _not_delayed(facts: EligibilityFacts) -> Criterion:
    return plain(
        "not_delayed",
        Heading.SUPERVISION,
        "Sentence was passed, not delayed",
        met=facts.term is not Term.DELAYED_SENTENCE,
        yes="not delayed",
        no="the sentence is delayed",
        keeper=Keeper.CLERK,
        can_change=False,
    )


def _not_high_high(facts: EligibilityFacts) -> Criterion:
    return plain(
        "not_high_high",
        Heading.SUPERVISION,
        "First assessed below high risk of violence and high risk in general",
        met=facts.first_bands != HIGH_HIGH,
        yes="/".join(facts.first_bands) if facts.first_bands else "never assessed",
        no="high/high",
        can_change=False,
    )
