"""MCL 257.625(9)(c): at least a year of prison for a third drunk driving."""

from datetime import date

from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.facts import Term
from timecomp.law.mcl_769.s34_mandatory_minimum import too_short
from timecomp.law.offences import normalise_code

THIRD = frozenset({"257.6256D", "257.6259C"})
LEAST_MONTHS = parameter(
    "owi3_min",
    title="Least minimum in prison for a third drunk driving",
    unit="months",
    module=__name__,
    values=[Value(None, 12, "MCL 257.625(9)(c)(i)")],
)


@rule(
    "owi3_min",
    title="Third drunk driving",
    citation="MCL 257.625(9)(c)(i), (ii)",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def minimum_of_third_driving(*, code: str, minimum: Term, offense_date: date) -> str | None:
    """A prison term for the third time has a minimum of at least a year."""
    if normalise_code(code) not in THIRD:
        return None
    return too_short(minimum, amount(LEAST_MONTHS, offense_date))
