"""2002 PA 666: people on lifetime probation for drugs may ask to be discharged."""

from datetime import date

from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.acts import DRUG_REFORM
from timecomp.law.facts import Term
from timecomp.law.mcl_8.s3j_calendar import end_of_term
from timecomp.law.offences import normalise_code

SMALLEST_WEIGHTS = ("333.74012A4", "333.74032A4")

YEARS = parameter(
    "drug_lifetime_probation_end",
    title="Years after which a lifetime probationer may ask for discharge",
    unit="years",
    module=__name__,
    values=[Value(None, 5, "2002 PA 666")],
)


@rule(
    "prob_lifetime",
    title="Crimes with lifetime probation",
    citation="Former MCL 771.1(4); 2002 PA 666",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def lifetime_probation_is_known(*, code: str, offense_date: date) -> str | None:
    """For the smallest weights of drugs, and crimes before March 2003, alone."""
    if normalise_code(code).startswith(SMALLEST_WEIGHTS) and offense_date < DRUG_REFORM:
        return None
    return (
        f"The judgment states probation for life for [{code}] of {offense_date}; the law knows it "
        f"for the smallest weights of drugs before {DRUG_REFORM} alone. No end was given; ask the "
        "court."
    )


@rule(
    "drug_lifetime_probation_end",
    title="Discharge from lifetime probation may be asked for",
    citation="2002 PA 666",
    governed_by=GovernedBy.DAY_SERVED,
    standing=Standing.VERIFIED,
    prose="After five years from {start}, and not before March 2003: {output}.",
)
def lifetime_probation_discharge(*, start: date) -> date:
    """Five years of probation, but no day before the act."""
    return max(DRUG_REFORM, end_of_term(start=start, term=Term(years=amount(YEARS, start))))
