"""MCL 8.3j: a month is a calendar month and a year a calendar year."""

from datetime import date

from timecomp.engine.dates import FEBRUARY, Rounding, add_days, add_months
from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.facts import Term

END_OF_MONTH = parameter(
    "eom_clamp",
    title="What becomes of a day that the month reached does not have",
    unit="rounding",
    module=__name__,
    values=[
        Value(
            None,
            Rounding.LAST_DAY_OF_MONTH,
            "MCL 8.3j; practice of the department",
            Standing.RECALLED,
            "That a term from the 31st ends on the last day of a shorter month.",
        )
    ],
)
LEAP_DAY = parameter(
    "feb29_anniversary",
    title="The anniversary of a 29 February in a common year",
    unit="rounding",
    module=__name__,
    values=[
        Value(
            None,
            Rounding.LAST_DAY_OF_MONTH,
            "MCL 8.3j; practice of the department",
            Standing.RECALLED,
            "That it is 28 February and not 1 March.",
        )
    ],
)
LEAP_DAY_OF_MONTH = 29


@rule(
    "ymd_order",
    title="End of a term on the calendar",
    citation="MCL 8.3j",
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.RECALLED,
    awaits=(
        "The order: years and months in one step, then days; and that the anniversary "
        "itself is the end."
    ),
    prose=(
        "{term} from {start}, counted in calendar years and months and then days, ends on {output}."
    ),
)
def end_of_term(*, start: date, term: Term) -> date:
    """A term ends on the anniversary itself: years and months added in one step, then days."""
    if start.day <= 28:  # noqa: PLR2004  # every month has this day: nothing to round
        reached = add_months(start, term.whole_months, rounding=Rounding.LAST_DAY_OF_MONTH)
    else:
        reached = add_months(start, term.whole_months, rounding=_rounding(start, term.whole_months))
    return add_days(reached, term.days) if term.days else reached


def _rounding(start: date, months: int) -> Rounding:
    """The leap day's own convention for its anniversaries, the end of month's for any other day."""
    is_leap_day = start.month == FEBRUARY and start.day == LEAP_DAY_OF_MONTH
    is_anniversary = is_leap_day and months % 12 == 0 and months > 0
    return amount(LEAP_DAY if is_anniversary else END_OF_MONTH, start)
