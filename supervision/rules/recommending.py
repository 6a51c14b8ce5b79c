"""The way of a recommendation: who moves it from where to where."""

from enum import StrEnum


class State(StrEnum):
    """Where a recommendation stands."""

    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    SENT = "sent"
    GRANTED = "granted"
    DENIED = "denied"
    WITHDRAWN = "withdrawn"
    COMPLETED = "completed"


class Step(StrEnum):
    """What moves it; the way on first, then the ways back and out."""

    SUBMIT = "submit"
    APPROVE = "approve"
    SEND = "send"
    GRANT = "grant"
    DENY = "deny"
    COMPLETE = "complete"
    RETURN = "return"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"


class Body(StrEnum):
    """Who decides in the end."""

    SUPERVISOR = "supervisor"
    COURT = "court"
    BOARD = "board"


CLOSED = frozenset({State.DENIED, State.WITHDRAWN, State.COMPLETED})
# Steps that say why.
ASKS_REASON = frozenset({Step.RETURN, Step.REFUSE, Step.DENY, Step.WITHDRAW})
# Steps that say who decided, and when.
ASKS_RULING = frozenset({Step.GRANT, Step.DENY})

_WAY: dict[tuple[State, Step], State] = {
    (State.RETURNED, Step.SUBMIT): State.SUBMITTED,
    (State.SUBMITTED, Step.RETURN): State.RETURNED,
    (State.SUBMITTED, Step.APPROVE): State.APPROVED,
    (State.SUBMITTED, Step.REFUSE): State.DENIED,
    (State.APPROVED, Step.SEND): State.SENT,
    (State.SENT, Step.GRANT): State.GRANTED,
    (State.SENT, Step.DENY): State.DENIED,
    (State.GRANTED, Step.COMPLETE): State.COMPLETED,
    **{
        (state, Step.WITHDRAW): State.WITHDRAWN
        for state in (State.SUBMITTED, State.RETURNED, State.APPROVED, State.SENT)
    },
}


class StepError(Exception):
    """The step cannot follow here; the message says what can."""


def after(state: State, step: Step, *, body: Body) -> State:
    """Return where the step leads; what the supervisor decides himself is granted at once.

    Raises ``StepError`` where it cannot follow.
    """
    found = _WAY.get((state, step))
    if found is None:
        open_steps = ", ".join(each.value for each in steps_from(state)) or "nothing"
        raise StepError(f"[{step.value}] cannot follow [{state.value}]; possible is: {open_steps}.")
    if found is State.APPROVED and body is Body.SUPERVISOR:
        return State.GRANTED
    return found


def steps_from(state: State) -> tuple[Step, ...]:
    """Return the steps that may follow, in the order of their catalogue."""
    return tuple(step for step in Step if (state, step) in _WAY)
