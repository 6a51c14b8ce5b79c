"""From a recommendation to the end of a program: the states, and which may follow which."""

from enum import StrEnum


class State(StrEnum):
    """Where a referral stands."""

    RECOMMENDED = "recommended"
    REFERRED = "referred"
    ACCEPTED = "accepted"
    WAITLISTED = "waitlisted"
    REJECTED = "rejected"
    DECLINED = "declined"
    ENROLLED = "enrolled"
    ATTENDING = "attending"
    COMPLETED = "completed"
    COMPLETED_WITH_DISCRETION = "with_discretion"
    UNSUCCESSFUL = "unsuccessful"
    WITHDRAWN = "withdrawn"
    NEUTRAL = "neutral"


S = State
_ENDINGS = frozenset(
    {S.COMPLETED, S.COMPLETED_WITH_DISCRETION, S.UNSUCCESSFUL, S.WITHDRAWN, S.NEUTRAL}
)
_BEFORE_START = frozenset({S.DECLINED, S.NEUTRAL})

FOLLOWS: dict[State, frozenset[State]] = {
    S.RECOMMENDED: frozenset({S.REFERRED}) | _BEFORE_START,
    S.REFERRED: frozenset({S.ACCEPTED, S.WAITLISTED, S.REJECTED}) | _BEFORE_START,
    S.WAITLISTED: frozenset({S.ACCEPTED, S.REJECTED}) | _BEFORE_START,
    S.ACCEPTED: frozenset({S.ENROLLED}) | _BEFORE_START,
    S.ENROLLED: frozenset({S.ATTENDING}) | _ENDINGS - {S.COMPLETED, S.COMPLETED_WITH_DISCRETION},
    S.ATTENDING: _ENDINGS,
    S.REJECTED: frozenset(),
    S.DECLINED: frozenset(),
    **dict.fromkeys(_ENDINGS, frozenset()),
}
OPENING = frozenset({S.RECOMMENDED, S.REFERRED})
ASKS_REASON = frozenset(
    {S.REJECTED, S.DECLINED, S.COMPLETED_WITH_DISCRETION, S.UNSUCCESSFUL, S.WITHDRAWN, S.NEUTRAL}
)
# Sessions are recorded while the person takes part.
TAKING_PART = frozenset({S.ENROLLED, S.ATTENDING})
SUCCESSFUL = frozenset({S.COMPLETED, S.COMPLETED_WITH_DISCRETION})


class StepError(Exception):
    """A step that may not follow; the message says which may."""


def check_step(before: State | None, after: State) -> None:
    """Raise ``StepError`` unless `after` may follow `before`; None stands for the beginning."""
    allowed = OPENING if before is None else FOLLOWS[before]
    if after in allowed:
        return
    listed = ", ".join(sorted(allowed)) or "nothing"
    raise StepError(f"After [{before or 'the beginning'}] may follow: {listed}; not [{after}].")


def is_over(state: State) -> bool:
    """Whether nothing may follow."""
    return not FOLLOWS[state]


def pairs() -> list[tuple[str, str]]:
    """Every step that may be taken, as the database checks it; the first is from nothing."""
    first = [("", after.value) for after in sorted(OPENING)]
    later = [(before.value, after.value) for before in State for after in sorted(FOLLOWS[before])]
    return first + later
