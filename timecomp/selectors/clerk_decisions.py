"""What clerks decided of a person's dates, as facts of the case."""

from timecomp.law.clerk_decision import ClerkDecision, DecisionKind
from timecomp.selectors.record_rows import DecisionRow, RecordRows


def clerk_decisions(rows: RecordRows, person_id: int) -> tuple[ClerkDecision, ...]:
    """Return the person's decisions in the order in which they were made."""
    return tuple(map(_decision, rows.decisions.get(person_id, ())))


def _decision(row: DecisionRow) -> ClerkDecision:
    return ClerkDecision(
        id=str(row.id),
        kind=DecisionKind(row.kind),
        decided_on=row.decided_on,
        reason=row.reason,
        rule=row.rule or None,
        sentence=row.sentence_label or None,
        message=row.message or None,
        date_name=row.date_name or None,
        value=row.value,
        system_value=row.system_value,
        authority=row.authority or None,
        until=row.until,
    )
