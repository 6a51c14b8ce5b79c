"""MCL 771.2: how long probation may last, and when it may end early."""

from datetime import date

from timecomp.engine.dates import MONTHS_A_YEAR, add_days
from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule, versions
from timecomp.engine.standing import Standing
from timecomp.law.facts import Term
from timecomp.law.mcl_8.s3j_calendar import end_of_term

# Ninety days after the signing of 30 March 2017.
ACT_2017 = date(2017, 6, 29)
ACT_2020 = date(2021, 4, 1)
FELONY_YEARS = parameter(
    "prob_felony_limit",
    title="Longest probation for a felony",
    unit="years",
    module=__name__,
    values=[Value(None, 5, "Former MCL 771.2(1)"), Value(ACT_2020, 3, "2020 PA 397")],
)
MISDEMEANOR_YEARS = parameter(
    "prob_misd_2",
    title="Longest probation for a misdemeanor",
    unit="years",
    module=__name__,
    values=[Value(None, 2, "MCL 771.2(1)")],
)
HALF_MONTH = parameter(
    "half_month_days",
    title="Days of half a month when an odd number of months is halved",
    unit="days",
    module=__name__,
    values=[Value(None, 15, "Convention", Standing.RECALLED, "How half of an odd month counts.")],
)


@rule(
    "prob_felony_5",
    title="Longest felony probation, to 2021",
    citation="Former MCL 771.2(1)",
    until=ACT_2020,
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def felony_probation_1927(*, term: Term, sentenced_on: date) -> str | None:
    """Probation for a felony lasts at most five years."""
    return _beyond(term, amount(FELONY_YEARS, sentenced_on))


@rule(
    "prob_felony_3",
    title="Longest felony probation, from 2021",
    citation="MCL 771.2(1); 2020 PA 397",
    since=ACT_2020,
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def felony_probation_2021(*, term: Term, sentenced_on: date) -> str | None:
    """Probation for a felony lasts at most three years when imposed."""
    return _beyond(term, amount(FELONY_YEARS, sentenced_on))


@rule(
    "prob_misd_2",
    title="Longest misdemeanor probation",
    citation="MCL 771.2(1)",
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def misdemeanor_probation(*, term: Term, sentenced_on: date) -> str | None:
    """Probation for an offense that is no felony lasts at most two years."""
    return _beyond(term, amount(MISDEMEANOR_YEARS, sentenced_on))


@rule(
    "prob_early_half_old",
    title="Half of the probation, 2017 to 2021",
    citation="Former MCL 771.2(2); 2017 PA 10",
    since=ACT_2017,
    until=ACT_2020,
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.RECALLED,
    awaits="The day on which 2017 PA 10 took effect.",
    prose="Half of {term} from {start} is done on {output}; the department may tell the court.",
)
def half_of_probation_2017(*, start: date, term: Term) -> date:
    """After half of a felony term the department may ask the court to shorten it."""
    return half_done(start, term)


@rule(
    "prob_early_half_new",
    title="Half of the probation, from 2021",
    citation="MCL 771.2(2); 2020 PA 397",
    since=ACT_2020,
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose="Half of {term} from {start} is done on {output}; early discharge may be asked for.",
)
def half_of_probation_2021(*, start: date, term: Term) -> date:
    """After half of the original term, extensions left out, early discharge may be asked for."""
    return half_done(start, term)


FELONY_PROBATION = versions("felony_probation", felony_probation_1927, felony_probation_2021)
HALF_OF_PROBATION = versions("half_of_probation", half_of_probation_2017, half_of_probation_2021)


def half_done(start: date, term: Term) -> date:
    """The day on which half of a term is done."""
    months, odd = divmod(term.whole_months, 2)
    days = term.days // 2 + (amount(HALF_MONTH, start) if odd else 0)
    return add_days(end_of_term(start=start, term=Term(months=months)), days)


def _beyond(term: Term, years: int) -> str | None:
    if (term.whole_months, term.days) <= (years * MONTHS_A_YEAR, 0):
        return None
    return (
        f"Probation for this offense may be {years} years when imposed, the judgment states "
        f"{term}. It was computed as written; ask the court, or check for a law with a longer "
        "term."
    )
