"""MCL 791.234(8): when the parole board interviews a person serving parolable life."""

from datetime import date

from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.facts import Term
from timecomp.law.mcl_8.s3j_calendar import end_of_term

FIRST_INTERVIEW = parameter(
    "lifer_first_interview",
    title="Calendar years before the first interview of a lifer",
    unit="years",
    module=__name__,
    values=[Value(None, 10, "MCL 791.234(8)")],
)
REVIEW = parameter(
    "lifer_review_cycle",
    title="Calendar years between reviews of a lifer",
    unit="years",
    module=__name__,
    values=[Value(None, 5, "MCL 791.234(8)")],
)


@rule(
    "lifer_interview",
    title="Interview or review of a lifer",
    citation="MCL 791.234(8)",
    governed_by=GovernedBy.DAY_SERVED,
    standing=Standing.RECALLED,
    awaits="The cycles of review before 1999, which were others; today's are used throughout.",
    prose="First interview ten years after {start}, a review each five years: next by {output}.",
)
def next_lifer_interview(*, start: date, asked_on: date) -> date:
    """The first interview or review that falls on or after the day asked about."""
    years = amount(FIRST_INTERVIEW, start)
    while (due := end_of_term(start=start, term=Term(years=years))) < asked_on:
        years += amount(REVIEW, due)
    return due
