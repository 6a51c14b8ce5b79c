"""MCL 791.235 and 791.236: when the parole board meets the person, and when a grant may be carried
out."""

from datetime import date

from timecomp.engine.dates import Rounding, add_days, add_months
from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing

INTERVIEW_MONTHS = parameter(
    "interview_months_before",
    title="Months before the earliest release by which the board interviews",
    unit="months",
    module=__name__,
    values=[Value(None, 1, "MCL 791.235(1)")],
)
APPEAL_DAYS = parameter(
    "release_after_28_days",
    title="Days for which a grant of parole is not carried out",
    unit="days",
    module=__name__,
    values=[Value(None, 28, "MCL 791.236; MCL 791.234(11)")],
)


@rule(
    "interview_deadline",
    title="Interview by the parole board",
    citation="MCL 791.235(1)",
    governed_by=GovernedBy.DAY_SERVED,
    standing=Standing.VERIFIED,
    prose="The board interviews at least a month before {earliest_release}: by {output}.",
)
def interview_by(*, earliest_release: date) -> date:
    """The board interviews at least one month before the earliest release."""
    months = amount(INTERVIEW_MONTHS, earliest_release)
    return add_months(earliest_release, -months, rounding=Rounding.LAST_DAY_OF_MONTH)


@rule(
    "release_after_28_days",
    title="First day on which a grant of parole may be carried out",
    citation="MCL 791.236; MCL 791.234(11)",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="Parole granted on {granted_on} is not carried out before {output}.",
)
def release_from(*, granted_on: date) -> date:
    """Prosecutor and victim have 28 days to appeal a grant."""
    return add_days(granted_on, amount(APPEAL_DAYS, granted_on))
