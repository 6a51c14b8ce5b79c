"""When somebody is assessed again."""

from datetime import date, timedelta

from supervision.rules.instruments.form import Instrument
from timecomp.engine.parameters import Value, parameter
from timecomp.engine.standing import Standing

PROVISIONAL = parameter(
    "supervision.provisional_assessment",
    title="Days within which a provisional assessment is completed",
    unit="days",
    module=__name__,
    values=[
        Value(None, 30, "Proposed", Standing.INFERRED, "The state's own policy on assessments.")
    ],
)
WINDOW = parameter(
    "supervision.reassessment_window",
    title="Days before it is due from which a reassessment counts",
    unit="days",
    module=__name__,
    values=[
        Value(None, 30, "Idaho supervision compliance", Standing.INFERRED, "Michigan's own window.")
    ],
)


def next_due_on(instrument: Instrument, scored_on: date, *, is_provisional: bool) -> date | None:
    """The day by which the person is assessed again, or the missing items are answered."""
    if is_provisional:
        return scored_on + timedelta(days=PROVISIONAL.on(scored_on).amount)
    if instrument.reassess_days is None:
        return None
    return scored_on + timedelta(days=instrument.reassess_days)


def window_opens_on(scored_on: date, due_on: date) -> date:
    """The first day on which assessing again counts for what is due; never before the last one."""
    opens = due_on - timedelta(days=WINDOW.on(scored_on).amount)
    return max(opens, scored_on)
