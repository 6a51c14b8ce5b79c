"""MCL 769.10(2): terms are stated in years or fractions of a year; twelfths are calendar months."""

from timecomp.engine.dates import MONTHS_A_YEAR
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing

NEAR_A_MONTH = 0.01


@rule(
    "fraction_years",
    title="Fractions of a year are months",
    citation="MCL 769.10(2)",
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose="{years} years are {output} months.",
)
def fraction_years(*, years: float) -> int | None:
    """Two and a half years are thirty months; a fraction that is no twelfth has no length in
    months."""
    months = round(years * MONTHS_A_YEAR)
    return months if abs(years * MONTHS_A_YEAR - months) < NEAR_A_MONTH else None
