"""What is due once: not due, due, compliant, tardy, overdue, excused or unknown on a day.

The state follows from the days of the thing and the day asked about; it is nowhere stored.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from supervision.rules.outcomes import EXCUSED, KEPT, MISSED
from supervision.rules.person_facts import Due, PersonFacts
from timecomp.engine.parameters import Parameter, Value, parameter
from timecomp.engine.standing import Standing

SOURCE = "Default of the agency; edit it"


class ObligationState(StrEnum):
    """Where an obligation stands; nobody's word alone makes it compliant."""

    NOT_DUE = "not_due"
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


# A visit or a collateral contact is a contact: it has the contact's days of grace.
GRACE_OF = {"home_visit": "contact", "collateral": "contact"}


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing due once, with all that decides how it stands."""

    due_on: date
    grace_until: date
    window_opens_on: date | None = None
    done_on: date | None = None
    is_excused: bool = False
    is_known: bool = True
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Obligation:
    """Something due once, and how it stands."""

    kind: str
    due_on: date
    state: ObligationState


def grace_until(kind: str, due_on: date) -> date:
    """The last day on which a thing of the kind is late and not yet overdue."""
    grace = GRACE.get(GRACE_OF.get(kind, kind), NO_GRACE)
    return due_on + timedelta(days=grace.on(due_on).amount)


def state_on(matter: Matter, today: date) -> ObligationState:
    """How one thing stands on a day; once closed it stands as on the day it was closed."""
    done = matter.done_on if matter.done_on and matter.done_on <= today else None
    if done is not None and done <= matter.due_on:
        return ObligationState.COMPLIANT
    if matter.is_excused:
        return ObligationState.EXCUSED
    if done is not None:
        return ObligationState.TARDY
    if not matter.is_known:
        return ObligationState.UNKNOWN
    return _state_undone(matter, min(today, matter.closed_on or today))


def _state_undone(matter: Matter, day: date) -> ObligationState:
    if matter.window_opens_on is not None and day < matter.window_opens_on:
        return ObligationState.NOT_DUE
    if day <= matter.due_on:
        return ObligationState.DUE
    return ObligationState.TARDY if day <= matter.grace_until else ObligationState.OVERDUE


def obligations_of(facts: PersonFacts) -> tuple[Obligation, ...]:
    """Everything due, by its day, as it stands on the day asked about."""
    due = sorted((*facts.appointments, *facts.obligations), key=lambda each: each.due_on)
    return tuple(Obligation(each.kind, each.due_on, state_of(each, facts)) for each in due)


def state_of(due: Due, facts: PersonFacts, *, is_known: bool = True) -> ObligationState:
    """How one obligation stands; `is_known` is false where its source has gone silent."""
    matter = Matter(
        due_on=due.due_on,
        grace_until=grace_until(due.kind, due.due_on),
        done_on=done_on(due),
        is_excused=due.outcome in EXCUSED or _is_held(due.due_on, facts),
        is_known=is_known,
    )
    return state_on(matter, facts.as_of)


def done_on(due: Due) -> date | None:
    """The day on which it was done, as far as anybody says so."""
    return due.done_on or (due.due_on if due.outcome in KEPT else None)


def is_missed(due: Due, facts: PersonFacts) -> bool:
    """Whether an appointment was missed without a reason, custody and warrant among them."""
    was_missed = due.due_on <= facts.as_of and due.outcome in MISSED
    return was_missed and not _is_held(due.due_on, facts)


def _is_held(day: date, facts: PersonFacts) -> bool:
    """Whether custody or a warrant kept the person from it."""
    return any(each.holds_on(day) for each in (*facts.custody, *facts.warrants))
