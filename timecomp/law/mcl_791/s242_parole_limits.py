"""MCL 791.242: the shortest parole, and when an early discharge may be asked for."""

from datetime import date

from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.facts import Term
from timecomp.law.mcl_8.s3j_calendar import end_of_term
from timecomp.law.mcl_771.s2_probation import half_done

ACT_2020 = date(2021, 4, 1)
SHORTEST = parameter(
    "parole_term_min2",
    title="Shortest parole, but for a maximum that comes first",
    unit="months",
    module=__name__,
    values=[Value(None, 24, "MCL 791.242", Standing.RECALLED, "The wording of the two years.")],
)
LEAST_SERVED = parameter(
    "parole_early_discharge",
    title="Least parole before an early discharge is asked for",
    unit="months",
    module=__name__,
    values=[Value(None, 12, "Policy of the department")],
)


@rule(
    "parole_term_min2",
    title="Shortest parole",
    citation="MCL 791.242",
    until=ACT_2020,
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.RECALLED,
    awaits="The two years, and that 2020 PA 398 ended them from 1 April 2021.",
    prose="{output}",
)
def parole_is_long_enough(
    *, released_on: date, term: Term, maximum_discharge: date | None
) -> str | None:
    """Two years, unless the maximum comes first."""
    months = amount(SHORTEST, released_on)
    if term.whole_months >= months:
        return None
    ends = end_of_term(start=released_on, term=term)
    if maximum_discharge is not None and ends >= maximum_discharge:
        return None
    return (
        f"The parole of {released_on} was ordered for {term}; the law of that day asks for "
        f"{months} months. It was computed as ordered; check the board's order."
    )


@rule(
    "parole_early_discharge",
    title="Early discharge from parole may be asked for",
    citation="Policy of the department",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="After half of {term} and at least a year from {released_on}: from {output}.",
)
def early_discharge_from(*, released_on: date, term: Term) -> date:
    """The later of half the term and one year; exclusions are the agent's to know."""
    year = end_of_term(start=released_on, term=Term(months=amount(LEAST_SERVED, released_on)))
    return max(half_done(released_on, term), year)
