"""Time limits of a proceeding at a moment: running, standing still, met or past due."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from supervision.rules.clock_rules import RULES, ClockRule
from supervision.rules.clocks import OURS, POLICY
from supervision.rules.person_facts import Kind
from supervision.rules.proceeding import Move
from timecomp.engine.calendar import FEDERAL
from timecomp.engine.parameters import Value, parameter
from timecomp.engine.standing import Standing

NEAR = parameter(
    "supervision.clock_near",
    title="Share of a time limit that is left when it turns amber",
    unit="share",
    module=__name__,
    values=[Value(None, 0.25, POLICY, Standing.INFERRED, OURS)],
)


class ClockState(StrEnum):
    """How a time limit stands; the page shows the word beside the color."""

    MET = "met"
    MET_LATE = "met late"
    STANDS_STILL = "stands still"
    RUNNING = "running"
    NEAR = "soon due"
    PAST = "past due"


COLORS = {
    ClockState.MET: "green",
    ClockState.MET_LATE: "red",
    ClockState.STANDS_STILL: "amber",
    ClockState.RUNNING: "green",
    ClockState.NEAR: "amber",
    ClockState.PAST: "red",
}


@dataclass(frozen=True, slots=True)
class Stillness:
    """Time that does not count, and why; until is None while it lasts."""

    since: datetime
    until: datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class Event:
    """One step of the proceeding at its time."""

    move: Move
    at: datetime


@dataclass(frozen=True, slots=True)
class Mark:
    """What was entered by hand about one clock."""

    clock: str
    move: str
    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RunningClock:
    """One time limit as it stands at a moment."""

    rule: ClockRule
    started_at: datetime
    due_at: datetime
    met_at: datetime | None
    stillness: tuple[Stillness, ...]
    state: ClockState
    hours_left: int
    citation: str
    standing: Standing

    @property
    def color(self) -> str:
        """Return green, amber or red."""
        return COLORS[self.state]


@dataclass(frozen=True, slots=True)
class Course:
    """A proceeding as the clocks ask for it."""

    kind: Kind
    events: tuple[Event, ...]
    marks: tuple[Mark, ...] = ()
    is_swift_and_sure: bool = False


def clocks_at(course: Course, now: datetime) -> tuple[RunningClock, ...]:
    """Return every clock that was started, the one due first first; those met come last."""
    found = [clock for rule in _rules_for(course) for clock in _clock(rule, course, now)]
    return tuple(sorted(found, key=lambda each: (each.met_at is not None, each.due_at)))


def _rules_for(course: Course) -> list[ClockRule]:
    return [
        rule
        for rule in RULES
        if course.kind in rule.kinds and (course.is_swift_and_sure or not rule.only_swift)
    ]


def _clock(rule: ClockRule, course: Course, now: datetime) -> Iterable[RunningClock]:
    marks = [each for each in course.marks if each.clock == rule.key]
    started = _last(course.events, rule.starts) or _started_by_hand(marks)
    if started is None:
        return
    met = _first_after(course.events, rule.meets, started) or _met_by_hand(marks, started)
    still = _stillness(marks, started)
    value = rule.limit.on(started.date())
    due = _due(started, value.amount, rule.limit.unit, still, met or now)
    yield RunningClock(
        rule=rule,
        started_at=started,
        due_at=due,
        met_at=met,
        stillness=still,
        state=_state(started, due, met, still, now),
        hours_left=int((due - now) / timedelta(hours=1)),
        citation=value.citation,
        standing=value.standing,
    )


def _last(events: Sequence[Event], moves: frozenset[Move]) -> datetime | None:
    return max((each.at for each in events if each.move in moves), default=None)


def _first_after(
    events: Sequence[Event], moves: frozenset[Move], start: datetime
) -> datetime | None:
    return min(
        (each.at for each in events if each.move in moves and each.at >= start), default=None
    )


def _started_by_hand(marks: Sequence[Mark]) -> datetime | None:
    return max((each.at for each in marks if each.move == "started"), default=None)


def _met_by_hand(marks: Sequence[Mark], start: datetime) -> datetime | None:
    met = (each.at for each in marks if each.move == "met" and each.at >= start)
    return min(met, default=None)


def _stillness(marks: Sequence[Mark], started: datetime) -> tuple[Stillness, ...]:
    """Pair each standstill with what ended it; one that nothing ended lasts."""
    found: list[Stillness] = []
    for mark in sorted(marks, key=lambda each: each.at):
        if mark.move == "stood_still" and (not found or found[-1].until is not None):
            found.append(Stillness(max(mark.at, started), None, mark.reason))
        if mark.move == "ran_on" and found and found[-1].until is None:
            found[-1] = Stillness(found[-1].since, max(mark.at, found[-1].since), found[-1].reason)
    return tuple(found)


def _due(
    started: datetime, count: int, unit: str, still: Iterable[Stillness], end: datetime
) -> datetime:
    """When it is due, put off by the time that stood still until it was met or until now.

    A limit that has run out is not put off any more.
    """
    due = _due_at_first(started, count, unit)
    for each in still:
        if each.since >= min(due, end):
            break
        due += min(each.until or end, end) - each.since
    return due


def _due_at_first(started: datetime, count: int, unit: str) -> datetime:
    if unit == "hours":
        return started + timedelta(hours=count)
    if unit == "business days":
        day = FEDERAL.after_business_days(started.date(), count)
        return started + (day - started.date())
    return started + timedelta(days=count)


def _state(
    started: datetime,
    due: datetime,
    met: datetime | None,
    still: Sequence[Stillness],
    now: datetime,
) -> ClockState:
    if met is not None:
        return ClockState.MET if met <= due else ClockState.MET_LATE
    if now > due:
        return ClockState.PAST
    if still and still[-1].until is None:
        return ClockState.STANDS_STILL
    is_near = (due - now) <= (due - started) * NEAR.on(now.date()).amount
    return ClockState.NEAR if is_near else ClockState.RUNNING
