"""Former MCL 791.234(4): parole of long terms of years after ten calendar years."""

from datetime import date

from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.facts import Term
from timecomp.law.mcl_8.s3j_calendar import end_of_term
from timecomp.law.mcl_791.s234_drug_parole import REFORM
from timecomp.law.mcl_791.s234_jurisdiction import LIFER_ACT_1992
from timecomp.law.mcl_800.s33_regimes import PROPOSAL_B
from timecomp.law.offences import normalise_code

TWENTY_TO_THIRTY = frozenset({"333.74012A2", "333.74032A2"})
LONG_TERM_YEARS = parameter(
    "long_term_years",
    title="Calendar years after which a long term of years opened to parole",
    unit="years",
    module=__name__,
    values=[Value(None, 10, "Former MCL 791.234(4)")],
)


@rule(
    "lifer_law_longterm_10",
    title="Long term of years, crime before 1 October 1992",
    citation="Former MCL 791.234(4)",
    until=LIFER_ACT_1992,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.RECALLED,
    awaits="The day on which the clause ended, taken to be that of the act on life sentences.",
    prose="Ten calendar years from {start} open parole where the net minimum of {net_minimum} "
    "lies later: {output}.",
)
def long_term_eligibility(*, start: date, net_minimum: date, offense_date: date) -> date:
    """The lesser of the net minimum and ten calendar years."""
    years = Term(years=amount(LONG_TERM_YEARS, offense_date))
    return min(net_minimum, end_of_term(start=start, term=years))


@rule(
    "lifer_law_pb_bar",
    title="Listed crimes have no parole after ten calendar years",
    citation="OAG 6346 (1986); MCL 791.233b",
    since=PROPOSAL_B,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="The crime is on the list of Proposal B and must serve its minimum: {output}.",
)
def is_barred_by_list(*, listed: bool) -> bool:
    """A person sentenced for a listed crime must serve the minimum."""
    return listed


@rule(
    "drug_225_650_20",
    title="Twenty years on 225 to 649 grams",
    citation="OAG 7048 (2000); former MCL 333.7401(2)(a)(ii)",
    until=REFORM,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="The mandatory minimum of twenty years excludes parole after ten: {output}.",
)
def is_twenty_to_thirty(*, code: str) -> bool:
    """The mandatory minimum of this weight is served before parole."""
    return normalise_code(code) in TWENTY_TO_THIRTY
