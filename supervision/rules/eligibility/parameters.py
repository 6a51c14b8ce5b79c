"""The numbers of eligibility, each with its source and how sure it is."""

from datetime import date

from timecomp.engine.parameters import Parameter, Value, parameter
from timecomp.engine.standing import Standing

PRACTICE = "Agency practice as published in Recidiviz pulse-data (us_mi)"
LAW = "MCL 771.2"
OURS = "Default of the agency; edit it"
REFORM = date(2021, 4, 1)
V, R, I = Standing.VERIFIED, Standing.RECALLED, Standing.INFERRED  # noqa: E741  as the papers mark it


def _number(  # noqa: PLR0913  each is a fact of the number
    key: str,
    title: str,
    unit: str,
    amount: int,
    *,
    citation: str = PRACTICE,
    standing: Standing = V,
    awaits: str = "",
    since: date | None = None,
) -> Parameter[int]:
    return parameter(
        f"supervision.eligibility_{key}",
        title=title,
        unit=unit,
        module=__name__,
        values=[Value(since, amount, citation, standing, awaits)],
    )


ALMOST_WITHIN = _number(
    "almost_within",
    "Days ahead in which one is almost eligible",
    "days",
    90,
    citation=OURS,
    standing=I,
    awaits="The agency's own number.",
)
SHARE_SERVED = _number(
    "share_served",
    "Share of the original term to be served before early discharge",
    "percent",
    50,
    citation="MCL 771.2(2)",
)
OWN_MOTION_MONTHS = _number(
    "own_motion_months",
    "Months without a violation before the person may ask the court",
    "months",
    3,
    citation="MCL 771.2(3)",
)
OBJECTION_DAYS = _number(
    "objection_days", "Days in which the prosecutor may object", "days", 14, citation="MCR 6.441(B)"
)
NEAR_END_DAYS = _number(
    "near_end_days", "Days before full term when early discharge is too late", "days", 30
)
PAROLE_YEARS = _number("parole_years", "Years on parole before early discharge", "years", 1)
PAROLE_YEARS_LISTED = _number(
    "parole_years_listed", "Years on parole for a serious offense that is listed", "years", 2
)
PAROLE_YEARS_LIFE = _number("parole_years_life", "Years on parole for a life sentence", "years", 4)
FULL_TERM_DAYS = _number(
    "full_term_days", "Days after full term when the discharge is taken up", "days", 2
)
REVIEW_FIRST = _number("review_first", "Months until the first review", "months", 6)
REVIEW_FIRST_SAI = _number(
    "review_first_sai", "Months until the first review after SAI", "months", 4
)
REVIEW_FIRST_SEX = _number(
    "review_first_sex", "Months until the first review in sex offense cases", "months", 12
)
REVIEW_EVERY = _number("review_every", "Months between reviews", "months", 6)
REVIEW_END_DAYS = _number(
    "review_end_days", "Days before the end when no review is made any more", "days", 90
)
TELEPHONE_MONTHS = _number(
    "telephone_months", "Months at minimum before telephone reporting", "months", 6
)
TELEPHONE_MONTHS_DRUNK = _number(
    "telephone_months_drunk",
    "Months on supervision before telephone reporting for drunk driving",
    "months",
    12,
)
EXTENSIONS = _number(
    "extensions", "Times that felony probation may be extended", "times", 2, citation="MCL 771.2(1)"
)
EXTENSION_YEARS = _number(
    "extension_years", "Years at most of one extension", "years", 1, citation="MCL 771.2(1)"
)
EXTENSION_DAYS = _number(
    "extension_days",
    "Days before the end when an extension is looked at",
    "days",
    90,
    citation=OURS,
    standing=I,
    awaits="The agency's own number.",
)
INCENTIVE_MONTHS = _number(
    "incentive_months",
    "Months without a violation before an incentive",
    "months",
    6,
    citation=OURS,
    standing=I,
    awaits="The agency's own number.",
)
