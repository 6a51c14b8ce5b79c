"""MCL 51.282: a sixth off a county jail sentence served without violations."""

from datetime import date

from timecomp.engine.dates import add_days
from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing

DAYS_FOR_ONE = parameter(
    "jail_gt_1_of_6",
    title="Days of a jail sentence for one day off",
    unit="days",
    module=__name__,
    values=[Value(None, 6, "MCL 51.282")],
)


@rule(
    "jail_gt_1_of_6",
    title="Jail good time",
    citation="MCL 51.282",
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose="A jail sentence of {sentence_days} days earns {output} days off.",
)
def jail_good_time(*, sentence_days: int, sentenced_on: date) -> int:
    """One day off for each six days of the sentence, whole sixes only."""
    return sentence_days // amount(DAYS_FOR_ONE, sentenced_on)


@rule(
    "jail_release_date",
    title="Release from jail",
    citation="MCL 51.282",
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose=(
        "{sentence_days} days from {start} less {good_time_days} days of good time end on {output}."
    ),
)
def jail_release(*, start: date, sentence_days: int, good_time_days: int) -> date:
    """The sentence, counted from its start, less good time."""
    return add_days(start, sentence_days - good_time_days)
