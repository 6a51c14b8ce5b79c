"""2002 PA 666: people on lifetime probation for drugs may ask to be discharged."""

from datetime import date

from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.acts import DRUG_REFORM
from timecomp.law.facts import Term
from timecomp.law.mcl_8.s3j_calendar import end_of_term

YEARS = parameter(
    "drug_lifetime_probation_end",
    title="Years after which a lifetime probationer may ask for discharge",
    unit="years",
    module=__name__,
    values=[Value(None, 5, "2002 PA 666")],
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
