"""How dead time puts off an end that has not come when it begins."""

from datetime import date

from timecomp.engine.rules import ManualComputation
from timecomp.law.record import DeadSpan, Record


def after_dead_time(record: Record, start: date, end: date) -> date:
    """The end, put off by each stretch of dead time that began before it came."""
    for span in dead_after(record, start):
        if span.start >= end:
            break
        end = span.rule(end=end, dead_from=span.start, dead_days=dead_days(span, start))
    return end


def dead_after(record: Record, start: date) -> list[DeadSpan]:
    """The stretches of dead time that reach past the start."""
    return [span for span in record.dead if span.end is None or span.end > start]


def dead_days(span: DeadSpan, start: date) -> int:
    """Days of the span that fall after the start; a span that still lasts is for a person."""
    if span.end is None:
        reason = (
            f"The person has been away since {span.start} and has not been available for return; "
            "the days still owed cannot be dated until that day is entered."
        )
        raise ManualComputation(reason, rule=span.rule.id)
    return (span.end - max(span.start, start)).days
