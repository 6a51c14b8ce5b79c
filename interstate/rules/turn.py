"""One event's turn: what it changes in a case, or the rule by which it is refused."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from interstate.rules.case import Activity, Case, Event, Obligation, Scenario, Warning
from interstate.rules.limits import LIMITS, Limit
from interstate.rules.rule_sets import rule_set_on
from interstate.rules.vocabulary import EventType, Key, Side, State
from timecomp.engine.manual import ManualComputation
from timecomp.engine.parameters import Parameter


class RefusedError(Exception):
    """The rules do not allow the event where the case stands."""

    def __init__(self, rule: str, reason: str) -> None:
        super().__init__(reason)
        self.rule = rule
        self.reason = reason


class Turn:
    """The changes of one event, gathered; a refusal throws them away whole."""

    __slots__ = ("_changes", "_obligations", "case", "event", "scenario")

    def __init__(self, case: Case, event: Event, scenario: Scenario) -> None:
        self.case = case
        self.event = event
        self.scenario = scenario
        self._changes: dict[str, object] = {}
        self._obligations: list[Obligation] | None = None

    def result(self) -> Case:
        """The case after the event."""
        if self._obligations is not None:
            self._changes["obligations"] = tuple(self._obligations)
        return replace(self.case, **self._changes) if self._changes else self.case  # type: ignore[arg-type]  # each name is checked by `set`

    def set(self, **changes: object) -> None:
        """Change what is known of the case."""
        self._changes.update(changes)

    def to(self, state: State) -> None:
        """Bring the case into a state."""
        self._changes["state"] = state

    def activity(self, reached: State) -> None:
        """Bring the case into a state by an activity that its author may still withdraw."""
        self.to(reached)
        made = Activity(self.event.index, self.event.type, self.event.by, self.case.state, reached)
        self._changes["activities"] = (*self._activities, made)

    def answers(self, *types: EventType) -> None:
        """Mark the requests of these kinds as answered: they can't be withdrawn any more."""
        self._changes["activities"] = tuple(
            replace(each, is_answered=True) if each.type in types else each
            for each in self._activities
        )

    def require(self, allowed: bool, rule: str, reason: str) -> None:
        """Refuse the event unless the rule allows it."""
        if not allowed:
            raise RefusedError(rule, reason)

    def require_state(self, states: Iterable[State], rule: str, reason: str) -> None:
        """Refuse the event unless the case stands in one of the states."""
        self.require(self.case.state in states, rule, reason)

    def warn(self, rule: str, reason: str) -> None:
        """Say what a person should look at."""
        warning = Warning(self.event.index, rule, reason)
        self._changes["warnings"] = (*self._warnings, warning)

    def start(
        self,
        key: Key,
        owed_by: Side,
        *,
        on: date | None = None,
        limit: Parameter[Limit] | None = None,
    ) -> None:
        """Start a clock on the event's day, or another; one that no rule set of the book covers
        is left to a person."""
        started = on or self.event.day
        if self._runs(key, owed_by, started):
            return
        try:
            value = (limit or LIMITS[key]).on(started)
            rule_set = rule_set_on(started).id
        except ManualComputation as error:
            self.warn(error.rule, error.reason)
            return
        self._open.append(
            Obligation(
                key=key,
                rule=value.citation,
                owed_by=owed_by,
                started_on=started,
                due_on=value.amount.after(started, self.scenario.calendar),
                rule_set=rule_set,
                standing=value.standing,
                started_by=self.event.index,
            )
        )

    def satisfy(self, *keys: Key, late: str = "", on: date | None = None) -> None:
        """Meet whatever is owed under the keys; with `late` a lateness is told of as a warning."""
        day = on or self.event.day
        for place, each in enumerate(self._open):
            if each.key in keys and each.is_open:
                if late and day > each.due_on:
                    self.warn(each.rule, late)
                self._open[place] = replace(each, satisfied_on=day, satisfied_by=self.event.index)

    def presume(self, key: Key, day: date) -> None:
        """Count as met, on its due day, what the rule presumes once that day has come."""
        for place, each in enumerate(self._open):
            if each.key is key and each.is_open and day >= each.due_on:
                self._open[place] = replace(each, satisfied_on=each.due_on)

    def lapse(self, key: Key, day: date) -> None:
        """Let fall a right that was not used by its due day."""
        self.void_where(lambda each: each.key is key and day > each.due_on)

    def void(self, *keys: Key) -> None:
        """Let fall whatever is still owed under the keys."""
        self.void_where(lambda each: each.key in keys)

    def void_all(self, *, but: frozenset[Key] = frozenset()) -> None:
        """Let fall everything that is still owed."""
        self.void_where(lambda each: each.key not in but)

    def undo(self, activity: Activity) -> None:
        """Let fall what the activity started, and owe again what it met or let fall."""
        for place, each in enumerate(self._open):
            if each.started_by == activity.index and each.is_open:
                self._open[place] = replace(each, is_void=True, voided_by=self.event.index)
            elif each.satisfied_by == activity.index:
                self._open[place] = replace(each, satisfied_on=None, satisfied_by=None)
            elif each.voided_by == activity.index:
                self._open[place] = replace(each, is_void=False, voided_by=None)
        self._changes["activities"] = tuple(
            replace(each, is_withdrawn=True) if each.index == activity.index else each
            for each in self._activities
        )

    def owe_again(self, index: int) -> None:
        """Owe again what an event let fall."""
        for place, each in enumerate(self._open):
            if each.is_void and each.voided_by == index:
                self._open[place] = replace(each, is_void=False, voided_by=None)

    def reopen_activity(self, type: EventType) -> None:
        """Let the last activity of the kind wait for its answer again."""
        kept = list(self._activities)
        of_type = [n for n, each in enumerate(kept) if each.type is type and not each.is_withdrawn]
        if not of_type:
            return
        place = of_type[-1]
        kept[place] = replace(kept[place], is_answered=False)
        self._changes["activities"] = tuple(kept)

    def is_owed(self, key: Key) -> bool:
        """Whether something is still owed under the key."""
        return any(each.key is key and each.is_open for each in self._open)

    def void_where(self, matches: Callable[[Obligation], bool]) -> None:
        """Let fall whatever is still owed of what is meant."""
        for place, each in enumerate(self._open):
            if each.is_open and matches(each):
                self._open[place] = replace(each, is_void=True, voided_by=self.event.index)

    def _runs(self, key: Key, owed_by: Side, started_on: date) -> bool:
        """Whether the very same is owed already: asked for twice on a day, it is owed once."""
        return any(
            each.is_open and (each.key, each.owed_by, each.started_on) == (key, owed_by, started_on)
            for each in self._open
        )

    @property
    def _open(self) -> list[Obligation]:
        if self._obligations is None:
            self._obligations = list(self.case.obligations)
        return self._obligations

    @property
    def _activities(self) -> tuple[Activity, ...]:
        return self._changes.get("activities", self.case.activities)  # type: ignore[return-value]  # only tuples of activities are put there

    @property
    def _warnings(self) -> tuple[Warning, ...]:
        return self._changes.get("warnings", self.case.warnings)  # type: ignore[return-value]  # only tuples of warnings are put there


Handler = Callable[[Turn], None]
_BOTH = (Side.SENDING, Side.RECEIVING)


class Handlers:
    """Which function takes which event, and who may bring it."""

    def __init__(self) -> None:
        self._by_type: dict[EventType, tuple[Handler, tuple[Side, ...], str]] = {}

    def on(self, type: EventType, *by: Side, rule: str = "2.101") -> Callable[[Handler], Handler]:
        """Declare the function that takes the event; `by` names who may bring it."""

        def declare(handler: Handler) -> Handler:
            self._by_type[type] = (handler, by or _BOTH, rule)
            return handler

        return declare

    def take(self, turn: Turn) -> None:
        """Let the event have its turn; raises ``RefusedError``."""
        handler, by, rule = self._by_type[turn.event.type]
        if turn.event.by not in by:
            who = " or ".join(f"the {side} state" for side in by)
            raise RefusedError(rule, f"only {who} may do this")
        if turn.case.state.is_over and turn.event.type not in _AFTER_THE_END:
            raise RefusedError(rule, f"the case is {turn.case.state.value.lower()}")
        handler(turn)

    @property
    def types(self) -> frozenset[EventType]:
        """The events that have a function."""
        return frozenset(self._by_type)


_AFTER_THE_END = frozenset(
    {
        EventType.REOPEN,
        EventType.CASE_UNFOLDED,
        EventType.WARRANT_ISSUED,
        EventType.VICTIM_NOTICE_SENT,
        EventType.VICTIM_COMMENT_RECEIVED,
        EventType.VICTIM_ANSWERED,
        EventType.VICTIM_INFORMATION_REQUEST,
        EventType.VICTIM_INFORMATION,
        EventType.DOCUMENTS,
        EventType.SIGNED_FORMS,
        # A day that was told wrong is put right whenever it is found.
        EventType.NOTICE_CORRECTED,
    }
)
EVENTS = Handlers()
on = EVENTS.on
