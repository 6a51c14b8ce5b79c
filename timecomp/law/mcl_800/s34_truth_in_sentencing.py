"""MCL 800.34: the whole minimum is served, and misconduct adds disciplinary time.

Disciplinary time is put before the parole board; it moves no date (the text of 1994 PA 217, which
would have added it to the minimum, never took effect in that form).
"""

from collections.abc import Sequence
from datetime import date

from timecomp.engine.dates import add_days, days_excluding_first
from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.mcl_800.s33_regimes import TRUTH_IN_SENTENCING_LISTED

SHARE_OF_MINIMUM = parameter(
    "tis_percent",
    title="Share of the minimum to be served",
    unit="percent",
    module=__name__,
    values=[Value(TRUTH_IN_SENTENCING_LISTED, 100, "MCL 800.34; MCL 791.233(1)(d)")],
)
ALL_OF_IT = 100


@rule(
    "tis_erd",
    title="The minimum under truth in sentencing",
    citation="MCL 791.233(1)(d); MCL 791.234(2)",
    since=TRUTH_IN_SENTENCING_LISTED,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="No credit shortens the minimum: it is served on {output}.",
)
def truth_in_sentencing_minimum(*, start: date, calendar_end: date, offense_date: date) -> date:
    """The person may be paroled when the whole minimum has been served."""
    percent = amount(SHARE_OF_MINIMUM, offense_date)
    if percent == ALL_OF_IT:
        return calendar_end
    return add_days(start, -(-days_excluding_first(start, calendar_end) * percent // ALL_OF_IT))


@rule(
    "tis_max",
    title="The maximum under truth in sentencing",
    citation="MCL 800.34",
    since=TRUTH_IN_SENTENCING_LISTED,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="No credit shortens the maximum: it ends on {output}.",
)
def truth_in_sentencing_maximum(*, calendar_end: date) -> date:
    """The maximum takes no reductions."""
    return calendar_end


@rule(
    "dt_accrues",
    title="Disciplinary time",
    citation="Mich Admin Code R 791.5501(4)(b), R 791.5515",
    since=TRUTH_IN_SENTENCING_LISTED,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="The findings of guilt on major misconduct come to {output} days of disciplinary time; "
    "the parole board sees them, no date moves.",
)
def disciplinary_time(*, days: Sequence[int]) -> int:
    """Each finding of guilt on a major misconduct adds days, which are reported and move no
    date."""
    return sum(days)


@rule(
    "dt_scale",
    title="Days of disciplinary time not entered",
    citation="Mich Admin Code R 791.5515",
    since=TRUTH_IN_SENTENCING_LISTED,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.RECALLED,
    awaits="The scale of R 791.5515, which the book does not hold.",
    prose="{output}",
)
def disciplinary_time_is_entered(*, tickets_without_days: Sequence[date]) -> str | None:
    """The book does not hold the scale of days; a major misconduct without its days is asked
    about."""
    if not tickets_without_days:
        return None
    listed = ", ".join(day.isoformat() for day in tickets_without_days)
    return (
        f"The major misconduct of {listed} has no days of disciplinary time entered, and the "
        "scale of R 791.5515 is not in the book. Enter the days from the hearing report; no "
        "release date depends on them."
    )
