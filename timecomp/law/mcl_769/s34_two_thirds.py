"""MCL 769.34(2)(b) and People v Tanner: a minimum may not exceed two thirds of the maximum."""

from datetime import date

from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.facts import Term

TANNER = date(1972, 7, 26)
MANDATORY_MINIMUM = "mandatory_minimum"
LIFE_OR_ANY_TERM = "life_or_any_term"
LARGEST_SHARE = parameter(
    "two_thirds_share",
    title="Largest share of the maximum that a minimum may be",
    unit="numerator and denominator",
    module=__name__,
    values=[Value(TANNER, (2, 3), "People v Tanner (1972); MCL 769.34(2)(b)")],
)


@rule(
    "two_thirds_remedy",
    title="The minimum reduced to two thirds",
    citation="People v Tanner (1972); People v Wright (1989)",
    since=TANNER,
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.RECALLED,
    awaits="That the reduced minimum is rounded down to whole months.",
    prose="Two thirds of {maximum_months} months are {output} months.",
)
def two_thirds_of(*, maximum_months: int, sentenced_on: date) -> int:
    """The longest minimum that the maximum allows, in whole months."""
    numerator, denominator = amount(LARGEST_SHARE, sentenced_on)
    return maximum_months * numerator // denominator


@rule(
    "two_thirds_rule",
    title="The two-thirds rule",
    citation="People v Tanner (1972); MCL 769.34(2)(b)",
    since=TANNER,
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def two_thirds_rule(*, minimum: Term, maximum: Term, sentenced_on: date) -> str | None:
    """A minimum above two thirds of the maximum goes to the court with the minimum that would be
    lawful."""
    numerator, denominator = amount(LARGEST_SHARE, sentenced_on)
    if denominator * minimum.whole_months <= numerator * maximum.whole_months and not minimum.days:
        return None
    if denominator * minimum.whole_months < numerator * maximum.whole_months:
        return None
    allowed = two_thirds_of(maximum_months=maximum.whole_months, sentenced_on=sentenced_on)
    return (
        f"The minimum of {minimum} is more than two thirds of the maximum of {maximum}; the "
        f"longest lawful minimum is {allowed} months. The judgment was used as written; ask the "
        "court to correct it."
    )


@rule(
    "two_thirds_life_exempt",
    title="Offenses for which the court may give life or any term",
    citation="People v Drohan (2006); People v Powe",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="The law allows life or any term of years for the offense: {output}.",
)
def may_be_life_or_any_term(*, listed: bool | None, flags: frozenset[str]) -> bool:
    """Where the court may give life or any term of years the two-thirds rule does not apply."""
    return bool(listed) or LIFE_OR_ANY_TERM in flags


@rule(
    "two_thirds_mandatory_min_exempt",
    title="Offenses with a mandatory minimum",
    citation="MCL 769.34(2)(a)",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.RECALLED,
    awaits="That a mandatory minimum stands above the two-thirds rule.",
    prose="The law sets a minimum for the offense: {output}.",
)
def has_mandatory_minimum(*, minimum_months: int | None, flags: frozenset[str]) -> bool:
    """Where the law itself sets a minimum the two-thirds rule does not apply."""
    return minimum_months is not None or MANDATORY_MINIMUM in flags
