"""MCL 762.11(3) and 762.13: crimes that exclude youthful trainees, and their probation."""

from datetime import date

from timecomp.engine.dates import MONTHS_A_YEAR
from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.facts import Term

YOUTHFUL_TRAINEE = "youthful_trainee"
PROBATION_YEARS = parameter(
    "hyta_probation_3",
    title="Longest probation of a youthful trainee",
    unit="years",
    module=__name__,
    values=[Value(None, 3, "MCL 762.13")],
)


@rule(
    "hyta_probation_3",
    title="Probation of a youthful trainee",
    citation="MCL 762.13",
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def trainee_probation_within_limit(*, term: Term, sentenced_on: date) -> str | None:
    """A trainee's probation lasts three years at most."""
    years = amount(PROBATION_YEARS, sentenced_on)
    if (term.whole_months, term.days) <= (years * MONTHS_A_YEAR, 0):
        return None
    return (
        f"A youthful trainee may have at most {years} years of probation, the order states "
        f"{term}. It was computed as written; ask the court."
    )


@rule(
    "hyta_exclusions",
    title="Crimes that exclude youthful trainees",
    citation="MCL 762.11(3)",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.RECALLED,
    awaits="The list: traffic and some sexual crimes are excluded too and are not asked about.",
    prose="{output}",
)
def may_be_a_trainee(*, code: str, has_life_maximum: bool, is_major_drug: bool) -> str | None:
    """A life felony or a major controlled substance excludes trainee status."""
    if not has_life_maximum and not is_major_drug:
        return None
    return (
        f"The law allows no youthful trainee for [{code}]. It was computed as written; check the "
        "code, or ask the court."
    )
