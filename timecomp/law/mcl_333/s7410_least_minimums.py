"""MCL 333.7410, 333.7413 and 333.7416: drugs near a school, a second time, or with a minor."""

from datetime import date

from timecomp.engine.dates import MONTHS_A_YEAR
from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.facts import Term
from timecomp.law.mcl_769.s34_mandatory_minimum import too_short

SCHOOL_MONTHS = parameter(
    "drug_school_2",
    title="Least minimum for delivery near a school",
    unit="months",
    module=__name__,
    values=[Value(None, 24, "MCL 333.7410(2)")],
)
INTENT_MONTHS = parameter(
    "drug_school_pwid_2",
    title="Least minimum for possession with intent to deliver near a school",
    unit="months",
    module=__name__,
    values=[Value(None, 24, "MCL 333.7410(3)")],
)
REPEATED_MONTHS = parameter(
    "drug_school_repeat_5",
    title="Least minimum for repeated crimes near a school",
    unit="months",
    module=__name__,
    values=[Value(None, 60, "MCL 333.7413(2)")],
)
MINOR_SHARE = parameter(
    "drug_minor_recruit_half",
    title="Least share of the maximum when a minor was recruited",
    unit="numerator and denominator",
    module=__name__,
    values=[Value(None, (1, 2), "MCL 333.7416(1)(a)")],
)
DOUBLE = parameter(
    "drug_double",
    title="How many times the maximum a second drug crime may carry",
    unit="times",
    module=__name__,
    values=[Value(None, 2, "MCL 333.7413(1)")],
)
BY_FLAG = {
    "near_school": SCHOOL_MONTHS,
    "near_school_with_intent": INTENT_MONTHS,
    "near_school_repeated": REPEATED_MONTHS,
}
RECRUITED_MINOR = "recruited_minor"
SECOND_DRUG_CRIME = "second_drug_crime"


@rule(
    "drug_school_2",
    title="Least minimum near a school",
    citation="MCL 333.7410(2), (3); MCL 333.7413(2)",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.RECALLED,
    awaits="The two years of 7410; that the court may go below five is read (7413(3)).",
    prose="{output}",
)
def minimum_near_school(*, minimum: Term, flags: frozenset[str], offense_date: date) -> str | None:
    """Two years near a school, five for the repeated crime."""
    least = [amount(months, offense_date) for flag, months in BY_FLAG.items() if flag in flags]
    return too_short(minimum, max(least)) if least else None


@rule(
    "drug_minor_recruit_half",
    title="Least minimum when a minor was recruited",
    citation="MCL 333.7416(1)(a)",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def minimum_for_recruiting(*, minimum: Term, maximum: Term, offense_date: date) -> str | None:
    """At least half of the maximum."""
    numerator, denominator = amount(MINOR_SHARE, offense_date)
    return too_short(minimum, -(-maximum.whole_months * numerator // denominator))


@rule(
    "drug_double",
    title="Longest maximum of a second drug crime",
    citation="MCL 333.7413(1), (4); 2017 PA 266",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="A second drug crime may carry twice {statutory}: {output}.",
)
def doubled_maximum(*, statutory: Term, offense_date: date) -> Term:
    """Any crime of the article may carry twice the term after an earlier drug conviction."""
    months = statutory.whole_months * amount(DOUBLE, offense_date)
    return Term(years=months // MONTHS_A_YEAR, months=months % MONTHS_A_YEAR)
