"""MCL 791.234a and 798.14: special alternative incarceration."""

from datetime import date

from timecomp.engine.dates import add_days
from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.facts import Term

ACT_1992 = date(1992, 3, 19)
LONGEST_MINIMUM = parameter(
    "sai_min_36",
    title="Longest minimum with which a person may enter the unit",
    unit="months",
    module=__name__,
    values=[Value(ACT_1992, 36, "MCL 791.234a(2)(a)(ii)")],
)
LONGEST_FOR_DWELLING = parameter(
    "sai_min_24_dwelling",
    title="The same for breaking into an occupied dwelling",
    unit="months",
    module=__name__,
    values=[Value(ACT_1992, 24, "MCL 791.234a(2)(a)(i)")],
)
LONGEST_STAY = parameter(
    "sai_len",
    title="Longest stay in the unit",
    unit="days",
    module=__name__,
    values=[Value(None, 120, "MCL 798.14")],
)
SHORTEST_PAROLE = parameter(
    "parole_sai_term",
    title="Shortest parole after the unit",
    unit="days",
    module=__name__,
    values=[Value(None, 120, "MCL 798.14; MCL 791.234a")],
)


@rule(
    "sai_min_36",
    title="Minimum of a person in the unit",
    citation="MCL 791.234a(2)(a)",
    since=ACT_1992,
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def minimum_allows_unit(*, minimum: Term, is_dwelling: bool, entered_on: date) -> str | None:
    """A minimum of 36 months at most, of 24 for breaking into an occupied dwelling."""
    limit = amount(LONGEST_FOR_DWELLING if is_dwelling else LONGEST_MINIMUM, entered_on)
    if (minimum.whole_months, minimum.days) <= (limit, 0):
        return None
    return (
        f"The person entered special alternative incarceration on {entered_on} with a minimum of "
        f"{minimum}; the law allows {limit} months. Check the placement."
    )


@rule(
    "sai_first_prison",
    title="Whether a person may enter the unit",
    citation="MCL 791.234a(2)(b), (e), (3)",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.RECALLED,
    awaits="The list of excluded crimes: assaultive and sexual ones are asked about.",
    prose="{output}",
)
def may_enter_unit(
    *, entered_on: date, has_been_paroled: bool, is_excluded: bool, flat_end: date | None
) -> str | None:
    """First prison term, no excluded crime, and a firearm term done first."""
    reasons = []
    if has_been_paroled:
        reasons.append("a prison term was served before")
    if is_excluded:
        reasons.append("the crime is assaultive or sexual")
    if flat_end is not None and entered_on < flat_end:
        reasons.append(f"the firearm term ends only on {flat_end}")
    if not reasons:
        return None
    return (
        f"The person entered special alternative incarceration on {entered_on}, but "
        f"{' and '.join(reasons)}. Check the placement."
    )


@rule(
    "sai_len",
    title="Last day in the unit",
    citation="MCL 798.14",
    governed_by=GovernedBy.DAY_SERVED,
    standing=Standing.VERIFIED,
    prose="Entered on {entered_on}, the person leaves the unit by {output}.",
)
def leaves_unit_by(*, entered_on: date) -> date:
    """A stay lasts at most 120 days."""
    return add_days(entered_on, amount(LONGEST_STAY, entered_on))


@rule(
    "sai_parole",
    title="Parole after special alternative incarceration",
    citation="MCL 791.234a; MCL 798.14",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="The program completed on {completed_on} opens parole before {day}: {output}.",
)
def eligibility_after_unit(*, day: date, completed_on: date) -> date:
    """Success opens parole whatever is left of the minimum."""
    return min(day, completed_on)


@rule(
    "parole_sai_term",
    title="Parole after the unit is long enough",
    citation="MCL 798.14; MCL 791.234a",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def parole_after_unit_is_long_enough(*, released_on: date, ends_on: date) -> str | None:
    """At least 120 days of intensive supervision follow."""
    least = amount(SHORTEST_PAROLE, released_on)
    if ends_on >= add_days(released_on, least):
        return None
    return (
        f"Parole after special alternative incarceration began on {released_on} and ends on "
        f"{ends_on}; the law asks for {least} days. Check the board's order."
    )
