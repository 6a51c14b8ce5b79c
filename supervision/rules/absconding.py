"""What is done, and by when, to find a person who is out of touch."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from timecomp.engine.parameters import Parameter, Value, parameter
from timecomp.engine.standing import Standing

POLICY = "Default of the agency; edit it"
OURS = "The agency's own time limit."


def _days(
    key: str,
    title: str,
    amount: int,
    *,
    citation: str = POLICY,
    standing: Standing = Standing.INFERRED,
    awaits: str = OURS,
) -> Parameter[int]:
    return parameter(
        f"supervision.absconding_{key}",
        title=title,
        unit="days",
        module=__name__,
        values=[Value(None, amount, citation, standing, awaits)],
    )


ATTEMPTS = _days("attempts", "First attempts to reach the person", 3)
LETTER = _days("letter", "Certified letter or summons", 7)
STAFFING = _days("staffing", "Talk with the supervisor and record check", 14)
WARRANT_REVIEW = _days("warrant_review", "Review whether to ask for a warrant", 30)
LEGAL = _days(
    "legal",
    "Days out of touch that are absconding in law on probation",
    60,
    citation="MCL 771.4b",
    standing=Standing.RECALLED,
    awaits="The number of days and from when they count.",
)
SILENT = _days("silent", "Days in which there has to be an attempt", 30)


class Stage(StrEnum):
    """The steps of the search, in their order."""

    ATTEMPTS = "attempts"
    LETTER = "letter"
    STAFFING = "staffing"
    WARRANT_REVIEW = "warrant_review"
    LEGAL = "legal"


class StageState(StrEnum):
    """How a step stands on a day."""

    DONE = "done"
    AHEAD = "ahead"
    DUE = "due"
    OVERDUE = "overdue"
    REACHED = "reached"


@dataclass(frozen=True, slots=True)
class SearchStep:
    """One step: what, by when, whether it is done, and where the number comes from."""

    stage: Stage
    title: str
    due_on: date
    state: StageState
    citation: str
    standing: Standing


# What each step is done by; the first asks for all of them, the others for one.
DONE_BY: dict[Stage, frozenset[str]] = {
    Stage.ATTEMPTS: frozenset({"call", "collateral", "jail_check", "home_visit"}),
    Stage.LETTER: frozenset({"letter"}),
    Stage.STAFFING: frozenset({"staffing"}),
    Stage.WARRANT_REVIEW: frozenset({"warrant_request"}),
}
_LIMITS: tuple[tuple[Stage, Parameter[int], str], ...] = (
    (Stage.ATTEMPTS, ATTEMPTS, "Call, ask others, check jails and hospitals, visit the home"),
    (Stage.LETTER, LETTER, "Send a certified letter or summons"),
    (Stage.STAFFING, STAFFING, "Talk it over with the supervisor; check records"),
    (Stage.WARRANT_REVIEW, WARRANT_REVIEW, "Decide whether to ask for a warrant"),
    (Stage.LEGAL, LEGAL, "Absconded in law (probation)"),
)


def search_steps(
    began_on: date, methods: Collection[str], *, as_of: date
) -> tuple[SearchStep, ...]:
    """Return every step of the search; ``methods`` is what was tried since the silence began."""
    tried = frozenset(methods)
    return tuple(
        _step(stage, limit, title, began_on, tried, as_of) for stage, limit, title in _LIMITS
    )


def next_step(steps: Collection[SearchStep]) -> SearchStep | None:
    """Return the first step that is not done and can be."""
    open_states = (StageState.AHEAD, StageState.DUE, StageState.OVERDUE)
    waiting = (each for each in steps if each.state in open_states and each.stage in DONE_BY)
    return next(waiting, None)


def is_neglected(last_attempt_on: date | None, began_on: date, *, as_of: date) -> bool:
    """Whether so many days have passed without any attempt."""
    return (as_of - (last_attempt_on or began_on)).days > SILENT.on(as_of).amount


def _step(  # noqa: PLR0913, PLR0917  the parts of one step
    stage: Stage,
    limit: Parameter[int],
    title: str,
    began_on: date,
    tried: frozenset[str],
    as_of: date,
) -> SearchStep:
    value = limit.on(began_on)
    due_on = began_on + timedelta(days=value.amount)
    state = _state(stage, due_on, tried, as_of)
    return SearchStep(stage, title, due_on, state, value.citation, value.standing)


def _state(stage: Stage, due_on: date, tried: frozenset[str], as_of: date) -> StageState:
    if stage not in DONE_BY:
        return StageState.REACHED if as_of >= due_on else StageState.AHEAD
    asked = DONE_BY[stage]
    if asked <= tried:
        return StageState.DONE
    if as_of > due_on:
        return StageState.OVERDUE
    return StageState.DUE if as_of == due_on else StageState.AHEAD
