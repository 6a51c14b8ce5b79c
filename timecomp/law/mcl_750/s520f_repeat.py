"""MCL 750.520f: at least five years for a second crime of criminal sexual conduct."""

from datetime import date

from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.facts import Term
from timecomp.law.mcl_769.s34_mandatory_minimum import too_short

SECOND_CSC = "second_sexual_conduct"
LEAST_MONTHS = parameter(
    "csc_repeat_5",
    title="Least minimum for a second crime of criminal sexual conduct",
    unit="months",
    module=__name__,
    values=[Value(None, 60, "MCL 750.520f", Standing.RECALLED, "The five years.")],
)


@rule(
    "csc_repeat_5",
    title="Second crime of criminal sexual conduct",
    citation="MCL 750.520f",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.RECALLED,
    awaits="The five years, and which earlier convictions count.",
    prose="{output}",
)
def minimum_of_second_conduct(*, minimum: Term, offense_date: date) -> str | None:
    """A second offender's minimum is at least five years."""
    return too_short(minimum, amount(LEAST_MONTHS, offense_date))
