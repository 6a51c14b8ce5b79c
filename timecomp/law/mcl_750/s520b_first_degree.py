"""MCL 750.520b(2)(b): at least 25 years for criminal sexual conduct of an adult against a child
under 13."""

from datetime import date

from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.facts import Term

ACT_2006 = date(2006, 8, 28)
VICTIM_UNDER_13 = "victim_under_13"
SECTION = "750.520B"
LEAST_MINIMUM = parameter(
    "csc1_25",
    title="Least minimum for first-degree criminal sexual conduct against a child under 13",
    unit="months",
    module=__name__,
    values=[Value(ACT_2006, 300, "MCL 750.520b(2)(b); 2006 PA 169")],
)
ADULT = parameter(
    "csc1_25_age",
    title="Age at the offense from which it applies",
    unit="years",
    module=__name__,
    values=[Value(ACT_2006, 17, "MCL 750.520b(2)(b)")],
)


@rule(
    "csc1_25",
    title="At least twenty-five years",
    citation="MCL 750.520b(2)(b); 2006 PA 169; People v Roy (2023)",
    since=ACT_2006,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def minimum_against_a_child(*, minimum: Term, age: int | None, offense_date: date) -> str | None:
    """The minimum, not the maximum, is at least 25 years when the person was 17 or older."""
    least = amount(LEAST_MINIMUM, offense_date)
    if minimum.whole_months >= least or (age is not None and age < amount(ADULT, offense_date)):
        return None
    return (
        f"The victim was under 13 and the minimum is {minimum}; the law asks for at least "
        f"{least // 12} years of a person of 17 or older. The judgment was used; ask the court."
    )
