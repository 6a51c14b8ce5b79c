"""What is due once: compliant, tardy, overdue, excused, due or unknown on a day."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from supervision.rules.person_facts import Due, PersonFacts
from timecomp.engine.parameters import Parameter, Value, parameter
from timecomp.engine.standing import Standing

KEPT = frozenset({"kept", "attended", "completed", "complied", "done", "attc", "paid", "negative"})
EXCUSED = frozenset(
    {
        "excused",
        "acceptable",
        "acceptable_absence",
        "cancelled_by_staff",
        "cancelled",
        "rescheduled",
        "exempt",
        "aacl",
        "aaem",
        "aafc",
        "aaho",
        "aame",
        "aare",
        "aarc",
        "co05",
        "co10",
    }
)
MISSED = frozenset({"unexcused", "missed", "no_show", "failed", "uaab", "afta"})
SOURCE = "Default of the agency; edit it"


class ObligationState(StrEnum):
    """Where an obligation stands; nobody's word alone makes it compliant."""

    DUE = "due"
    COMPLIANT = "compliant"
    TARDY = "tardy"
    OVERDUE = "overdue"
    EXCUSED = "excused"
    UNKNOWN = "unknown"


def _grace(kind: str, days: int) -> Parameter[int]:
    return parameter(
        f"supervision.grace_{kind}",
        title=f"Days after its due day in which a {kind} is tardy and not overdue",
        unit="days",
        module=__name__,
        values=[Value(None, days, SOURCE, Standing.INFERRED, "The agency's own days of grace.")],
    )


GRACE = {
    "contact": _grace("contact", 3),
    "payment": _grace("payment", 10),
    "proof": _grace("proof", 7),
    "test": _grace("test", 0),
    "assessment": _grace("assessment", 14),
}
NO_GRACE = GRACE["test"]


@dataclass(frozen=True, slots=True)
class Obligation:
    """Something due once, and how it stands."""

    kind: str
    due_on: date
    state: ObligationState


def obligations_of(facts: PersonFacts) -> tuple[Obligation, ...]:
    """Everything due, by its day, as it stands on the day asked about."""
    due = sorted((*facts.appointments, *facts.obligations), key=lambda each: each.due_on)
    return tuple(Obligation(each.kind, each.due_on, state_of(each, facts)) for each in due)


def state_of(due: Due, facts: PersonFacts, *, is_known: bool = True) -> ObligationState:
    """How one obligation stands; `is_known` is false where its source has gone silent."""
    if due.outcome in EXCUSED or _is_held(due.due_on, facts):
        return ObligationState.EXCUSED
    done_on = due.done_on or (due.due_on if due.outcome in KEPT else None)
    if done_on is not None and done_on <= facts.as_of:
        return ObligationState.COMPLIANT if done_on <= due.due_on else ObligationState.TARDY
    if not is_known:
        return ObligationState.UNKNOWN
    if facts.as_of <= due.due_on:
        return ObligationState.DUE
    grace = GRACE.get(due.kind, NO_GRACE).on(due.due_on).amount
    within_grace = facts.as_of <= due.due_on + timedelta(days=grace)
    return ObligationState.TARDY if within_grace else ObligationState.OVERDUE


def is_missed(due: Due, as_of: date) -> bool:
    """Whether an appointment was missed without a reason that excuses it."""
    return due.due_on <= as_of and due.outcome in MISSED


def _is_held(day: date, facts: PersonFacts) -> bool:
    """Whether custody or a warrant kept the person from it."""
    return any(each.holds_on(day) for each in (*facts.custody, *facts.warrants))
