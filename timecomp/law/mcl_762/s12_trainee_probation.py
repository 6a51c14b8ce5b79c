"""MCL 762.11(3) and 762.13: crimes that exclude youthful trainees, and their probation."""

from datetime import date

from timecomp.engine.dates import MONTHS_A_YEAR
from timecomp.engine.parameters import Parameter, Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.facts import Term
from timecomp.law.offences import normalise_code

YOUTHFUL_TRAINEE = "youthful_trainee"
ACT_2004 = date(2004, 10, 1)
EXCLUDED_CONDUCT: Parameter[tuple[str, ...]] = parameter(
    "hyta_exclusions",
    title="Sexual conduct that excludes youthful trainees",
    unit="sections",
    module=__name__,
    values=[
        Value(None, (), "Former MCL 762.11"),
        Value(
            ACT_2004,
            ("750.520B", "750.520C", "750.520D", "750.520E"),
            "MCL 762.11(3)(d); 2004 PA 239",
            Standing.RECALLED,
            "The day of the act; the list is read.",
        ),
    ],
)
# Conduct of the third and fourth degree with a person from 13 to 15 years old excludes nobody.
ALLOWED_CONDUCT = ("750.520D1A", "750.520E1A")
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
    awaits=(
        "The day from which sexual conduct excludes; traffic offenses and assault with intent to "
        "commit sexual conduct are excluded too and are not asked about."
    ),
    prose="{output}",
)
def may_be_a_trainee(
    *, code: str, has_life_maximum: bool, is_major_drug: bool, offense_date: date
) -> str | None:
    """A life felony, a major controlled substance or listed sexual conduct excludes trainee
    status."""
    if not has_life_maximum and not is_major_drug and not _is_excluded(code, offense_date):
        return None
    return (
        f"The law allows no youthful trainee for [{code}]. It was computed as written; check the "
        "code, or ask the court."
    )


def _is_excluded(code: str, offense_date: date) -> bool:
    section = normalise_code(code)
    listed = section.startswith(amount(EXCLUDED_CONDUCT, offense_date))
    return listed and not section.startswith(ALLOWED_CONDUCT)
