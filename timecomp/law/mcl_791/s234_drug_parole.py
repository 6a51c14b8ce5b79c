"""2002 PA 670, amending MCL 791.234: earlier parole on drug sentences from before 1 March 2003."""

from datetime import date

from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.acts import DRUG_REFORM
from timecomp.law.facts import Term
from timecomp.law.mcl_8.s3j_calendar import end_of_term
from timecomp.law.offences import normalise_code

REFORM = DRUG_REFORM
_AWAITS = "The wording of 2002 PA 670 for each weight, and that nobody was eligible before its day."
LARGEST_YEARS = parameter(
    "drug_2003_parole_i",
    title="Calendar years on the largest weights, convicted before the reform",
    unit="years",
    module=__name__,
    values=[Value(None, 10, "MCL 791.234; 2002 PA 670", Standing.RECALLED, _AWAITS)],
)
MIDDLE_YEARS = parameter(
    "drug_2003_parole_ii_iii",
    title="Calendar years on the middle weights, convicted before the reform",
    unit="years",
    module=__name__,
    values=[Value(None, 5, "MCL 791.234; 2002 PA 670", Standing.RECALLED, _AWAITS)],
)
LARGEST = frozenset({"333.74012A1", "333.74032A1"})
MIDDLE = frozenset({"333.74012A2", "333.74032A2", "333.74012A3", "333.74032A3"})
SMALLEST = frozenset({"333.74012A4", "333.74032A4"})


@rule(
    "drug_2003_parole_i",
    title="Earlier parole on drug sentences, largest weights",
    citation="MCL 791.234; 2002 PA 670",
    until=REFORM,
    governed_by=GovernedBy.CONVICTION_DATE,
    standing=Standing.RECALLED,
    awaits=_AWAITS,
    prose="Convicted before March 2003, the person may be paroled after ten calendar years or the "
    "net minimum of {net_minimum}, whichever is earlier: {output}.",
)
def eligibility_on_largest(*, start: date, net_minimum: date, convicted_on: date) -> date:
    """The lesser of the minimum and ten calendar years, but no day before the reform."""
    years = amount(LARGEST_YEARS, convicted_on)
    return _lesser(net_minimum, end_of_term(start=start, term=Term(years=years)))


@rule(
    "drug_2003_parole_ii_iii",
    title="Earlier parole on drug sentences, middle weights",
    citation="MCL 791.234; 2002 PA 670",
    until=REFORM,
    governed_by=GovernedBy.CONVICTION_DATE,
    standing=Standing.RECALLED,
    awaits=_AWAITS,
    prose="Convicted before March 2003, the person may be paroled after five calendar years or the "
    "net minimum of {net_minimum}, whichever is earlier: {output}.",
)
def eligibility_on_middle(*, start: date, net_minimum: date, convicted_on: date) -> date:
    """The lesser of the minimum and five calendar years, but no day before the reform."""
    years = amount(MIDDLE_YEARS, convicted_on)
    return _lesser(net_minimum, end_of_term(start=start, term=Term(years=years)))


@rule(
    "drug_2003_parole_iv",
    title="Earlier parole on strings of small drug sentences",
    citation="MCL 791.234; 2002 PA 670",
    until=REFORM,
    governed_by=GovernedBy.CONVICTION_DATE,
    standing=Standing.RECALLED,
    awaits=_AWAITS,
    prose="{output}",
)
def string_of_small_weights(*, code: str, is_in_a_string: bool) -> str | None:
    """In a consecutive string half of each minimum counts; how the halves join is for a person."""
    if not is_in_a_string or normalise_code(code) not in SMALLEST:
        return None
    return (
        "This drug sentence stands in a consecutive string and was imposed before March 2003; the "
        "person may be eligible after half of each minimum. The dates given leave that out; ask "
        "the parole board's counsel."
    )


BY_CODE = {
    **dict.fromkeys(LARGEST, eligibility_on_largest),
    **dict.fromkeys(MIDDLE, eligibility_on_middle),
}


def _lesser(net_minimum: date, years_done: date) -> date:
    return min(net_minimum, max(REFORM, years_done))
