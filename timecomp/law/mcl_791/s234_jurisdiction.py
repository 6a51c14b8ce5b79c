"""MCL 791.234: when the parole board may take up a case, and whom it may never parole."""

from datetime import date

from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule, versions
from timecomp.engine.standing import Standing
from timecomp.law.facts import Term
from timecomp.law.mcl_8.s3j_calendar import end_of_term

LIFER_ACT_1992 = date(1992, 10, 1)
LIFER_YEARS = parameter(
    "lifer_years",
    title="Calendar years before the board takes up a parolable life sentence",
    unit="years",
    module=__name__,
    values=[
        Value(None, 10, "MCL 791.234(7)(a)"),
        Value(LIFER_ACT_1992, 15, "1992 PA 181"),
    ],
)


@rule(
    "life_10",
    title="Parolable life, crime before 1 October 1992",
    citation="MCL 791.234(7)(a)",
    until=LIFER_ACT_1992,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="After ten calendar years from {start} the board may take up the case: {output}.",
)
def lifer_jurisdiction_1953(*, start: date, offense_date: date) -> date:
    """The board may take up a parolable life sentence after ten calendar years; no credit
    shortens them."""
    return end_of_term(start=start, term=Term(years=amount(LIFER_YEARS, offense_date)))


@rule(
    "life_15",
    title="Parolable life, crime from 1 October 1992",
    citation="1992 PA 181; MCL 791.234(7)(a)",
    since=LIFER_ACT_1992,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="After fifteen calendar years from {start} the board may take up the case: {output}.",
)
def lifer_jurisdiction_1992(*, start: date, offense_date: date) -> date:
    """The board may take up a parolable life sentence after fifteen calendar years; no credit
    shortens them."""
    return end_of_term(start=start, term=Term(years=amount(LIFER_YEARS, offense_date)))


LIFER_JURISDICTION = versions(
    "lifer_jurisdiction", lifer_jurisdiction_1953, lifer_jurisdiction_1992
)


@rule(
    "life_nonparolable",
    title="Life without parole",
    citation="MCL 791.234(6)",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="The offense carries mandatory life without parole: {output}.",
)
def is_life_without_parole(*, is_mandatory_life: bool, is_attempt: bool) -> bool:
    """Mandatory life bars parole; an attempt is not mandatory life."""
    return is_mandatory_life and not is_attempt


@rule(
    "conc_erd_latest",
    title="Earliest release date",
    citation="MCL 791.234",
    governed_by=GovernedBy.DAY_SERVED,
    standing=Standing.INFERRED,
    awaits=(
        "That the latest minimum among the live sentences governs, as stored controlling "
        "sentences show."
    ),
    prose="The latest minimum among the sentences governs: {output}.",
)
def latest_minimum(*, minimums: tuple[date, ...]) -> date:
    """The person may be paroled when the last of the minimums is served; dates are compared, not
    lengths."""
    return max(minimums)


@rule(
    "conc_max_latest",
    title="Maximum discharge date",
    citation="MCL 791.234",
    governed_by=GovernedBy.DAY_SERVED,
    standing=Standing.INFERRED,
    awaits="That the latest maximum among the live sentences governs.",
    prose="The latest maximum among the sentences governs: {output}.",
)
def latest_maximum(*, maximums: tuple[date, ...]) -> date:
    """The person is discharged when the last of the maximums is served."""
    return max(maximums)
