"""MCL 769.25 and 769.25a: young people and murder."""

from datetime import date

from timecomp.engine.dates import MONTHS_A_YEAR
from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.facts import Term

ACT_2014 = date(2014, 3, 4)
PARKS = date(2022, 7, 28)
TAYLOR = date(2025, 4, 10)
CHILD, EIGHTEEN, TWENTY = 17, 18, 20
MINIMUM_YEARS = parameter(
    "jl_minimum_years",
    title="Least and longest minimum of a young person for first-degree murder",
    unit="years",
    module=__name__,
    values=[Value(ACT_2014, (25, 40), "MCL 769.25(9); MCL 769.25a(4)(c)")],
)
MAXIMUM_YEARS = parameter(
    "jl_maximum_years",
    title="Maximum of a young person for first-degree murder",
    unit="years",
    module=__name__,
    values=[Value(ACT_2014, 60, "MCL 769.25(9); MCL 769.25a(4)(c)")],
)


@rule(
    "jl_term_range",
    title="Term of years of a young person for first-degree murder",
    citation="MCL 769.25(9); MCL 769.25a(4)(c)",
    since=ACT_2014,
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def young_term_in_range(*, minimum: Term, maximum: Term, sentenced_on: date) -> str | None:
    """The minimum is from 25 to 40 years and the maximum no less than 60."""
    least, longest = (years * MONTHS_A_YEAR for years in amount(MINIMUM_YEARS, sentenced_on))
    years = amount(MAXIMUM_YEARS, sentenced_on)
    shown = (minimum.whole_months, minimum.days)
    if (least, 0) <= shown <= (longest, 0) and maximum.whole_months >= years * MONTHS_A_YEAR:
        return None
    return (
        f"A young person's term for first-degree murder has a minimum of {least // 12} to "
        f"{longest // 12} years and a maximum of {years}; the judgment states {minimum} to "
        f"{maximum}. It was computed as written; ask the court."
    )


@rule(
    "jl_under_18",
    title="Mandatory life without parole under 18",
    citation="MCL 769.25; MCL 769.25a; 2014 PA 22",
    since=ACT_2014,
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def life_under_18(*, age: int) -> str | None:
    """Life without parole is no longer mandatory for a person under 18 at the offense."""
    return _resentence(age) if age <= CHILD else None


@rule(
    "jl_18",
    title="Mandatory life without parole at 18",
    citation="People v Parks (2022); MCL 769.25",
    since=PARKS,
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def life_at_18(*, age: int) -> str | None:
    """A person of 18 at the offense is sentenced as one younger."""
    return _resentence(age) if age == EIGHTEEN else None


@rule(
    "jl_19_20",
    title="Mandatory life without parole at 19 or 20",
    citation="People v Taylor; People v Czarnecki (2025)",
    since=TAYLOR,
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def life_at_19_or_20(*, age: int) -> str | None:
    """A person of 19 or 20 at the offense is sentenced as one younger."""
    return _resentence(age) if EIGHTEEN < age <= TWENTY else None


@rule(
    "juv_second_degree_parolable",
    title="Parolable life of a child for second-degree murder",
    citation="People v Stovall (2022)",
    since=PARKS,
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def second_degree_life_under_18(*, age: int) -> str | None:
    """A child may not be given life, parole or not, for second-degree murder."""
    if age > CHILD:
        return None
    return (
        f"The person was {age} at the offense. Parolable life for second-degree murder may not "
        "stand for a person under 18 (People v Stovall, 2022). The day of jurisdiction is given "
        "as if it stood; ask whether a resentencing is due."
    )


LIFE_OF_THE_YOUNG = (life_under_18, life_at_18, life_at_19_or_20)


def _resentence(age: int) -> str:
    return (
        f"The person was {age} at the offense. Mandatory life without parole may not stand at "
        "that age (MCL 769.25, 769.25a and the decisions on them); ask whether a resentencing is "
        "due."
    )
