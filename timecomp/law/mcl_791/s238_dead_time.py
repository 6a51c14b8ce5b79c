"""MCL 791.238 and 750.193: days of delinquency on parole and of escape are not served."""

from datetime import date

from timecomp.engine.dates import add_days
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing


@rule(
    "pv_dead_time",
    title="Days of delinquency",
    citation="MCL 791.238(2)",
    governed_by=GovernedBy.DAY_SERVED,
    standing=Standing.VERIFIED,
    prose=(
        "From {dead_from} the person was not available for return: {dead_days} days do not "
        "count, and {end} moves to {output}."
    ),
)
def end_after_delinquency(*, end: date, dead_from: date, dead_days: int) -> date:
    """Days from the declared violation until the person is available for return do not count."""
    return add_days(end, dead_days)


@rule(
    "esc_time_dead",
    title="Days of escape",
    citation="MCL 750.193",
    governed_by=GovernedBy.DAY_SERVED,
    standing=Standing.RECALLED,
    awaits="That each day of escape puts off the end by one day.",
    prose=(
        "From {dead_from} the person was on escape: {dead_days} days do not count, and "
        "{end} moves to {output}."
    ),
)
def end_after_escape(*, end: date, dead_from: date, dead_days: int) -> date:
    """Days on escape do not count toward any term."""
    return add_days(end, dead_days)
