"""Extension of probation for a goal that is not reached."""

from datetime import timedelta

from supervision.rules.eligibility.answer import Asked, Criterion, Heading, Keeper
from supervision.rules.eligibility.asks import UNKNOWN_END, plain, told
from supervision.rules.eligibility.facts import EligibilityFacts
from supervision.rules.eligibility.offense_lists import Listings
from supervision.rules.eligibility.parameters import (
    EXTENSION_DAYS,
    EXTENSION_YEARS,
    EXTENSIONS,
    REFORM,
)
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing


@rule(
    "eligibility_extension",
    title="Extension of probation",
    citation="MCL 771.2(1)",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    since=REFORM,
    prose="Felony probation may be extended at most twice by at most a year, for a stated goal "
    "or an ongoing risk to a victim.",
)
def extension(facts: EligibilityFacts, listings: Listings) -> Asked:  # noqa: ARG001  as every rule
    """Near the end, extended less than twice, and a goal of rehabilitation is open."""
    years = EXTENSION_YEARS.on(facts.as_of).amount
    return Asked(
        (_is_near_end(facts), _may_be_extended(facts), _goal_is_open(facts)),
        notes=(
            f"By {years} year at most each time; the court states the goal not reached or the "
            "risk to a victim.",
        ),
    )


def _is_near_end(facts: EligibilityFacts) -> Criterion:
    days = EXTENSION_DAYS.on(facts.as_of)
    ends_on = facts.ends_on
    opens_on = ends_on and ends_on - timedelta(days=days.amount)
    return Criterion(
        "near_end",
        Heading.TIME,
        f"Within {days.amount} days of the end of the term",
        met=ends_on is not None and opens_on is not None and opens_on <= facts.as_of < ends_on,
        fact=f"the term ends {told(ends_on)}" if ends_on else UNKNOWN_END,
        keeper=Keeper.COURT,
        possible_on=opens_on,
        citation=days.citation,
        standing=days.standing,
    )


def _may_be_extended(facts: EligibilityFacts) -> Criterion:
    most = EXTENSIONS.on(facts.as_of)
    return plain(
        "may_be_extended",
        Heading.TIME,
        f"Extended fewer than {most.amount} times",
        met=facts.extensions < most.amount,
        yes=f"extended {facts.extensions} times",
        no=f"extended {facts.extensions} times",
        keeper=Keeper.COURT,
        can_change=False,
    )


def _goal_is_open(facts: EligibilityFacts) -> Criterion:
    return plain(
        "goal_is_open",
        Heading.DUTIES,
        "A goal of rehabilitation is not reached",
        met=bool(facts.open_programs),
        yes=", ".join(facts.open_programs),
        no="no open program is on record",
        can_change=False,
    )
