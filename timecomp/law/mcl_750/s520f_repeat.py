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
    values=[Value(None, 60, "MCL 750.520f(1); People v Wilcox (2010)")],
)


@rule(
    "csc_repeat_5",
    title="Second crime of criminal sexual conduct",
    citation="MCL 750.520f(1), (2); People v Wilcox (2010)",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def minimum_of_second_conduct(*, minimum: Term, offense_date: date) -> str | None:
    """At least five years for sexual conduct of the first to third degree after an earlier
    conviction of it, here or elsewhere."""
    return too_short(minimum, amount(LEAST_MONTHS, offense_date))
