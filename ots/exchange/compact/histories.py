"""Histories of many cases at once: the rules take each event in memory, the rows are written whole.

What stands in the end is what `arriving.take_in` leaves event by event. The trail has one entry for
the whole of it, written by who loads: which row came from where stands in the ledger of imports.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from django.utils import timezone

from interstate.models import Activity, ActivityStep, CompactCase, CompactEvent, CompactObligation
from interstate.rules.case import Case, Event, Refusal
from interstate.rules.machine import advance, opening, step
from interstate.rules.routing import MODES, Move, Status
from interstate.rules.vocabulary import EventType
from interstate.selectors.replaying import HistoryError, after_events, event_of, scenario_of
from interstate.services.drafts import WAITING
from interstate.services.events import (
    SHOWN,
    RefusedByRuleError,
    fold,
    outcome_of,
    owed_row,
    show_standing,
    start_of,
)
from ots.access.viewer import Viewer
from ots.exchange.compact.arriving import (
    Arrived,
    activity_row,
    kinds_answered_by,
    move_of,
    naming,
    step_row,
    what_the_rules_read,
)
from timecomp.engine.calendar import eastern_day

Start = tuple[str, int, date, str]


@dataclass(slots=True)
class Made:
    """What one case has gained and has to be written."""

    events: list[CompactEvent] = field(default_factory=list)
    # Positions of the events that moved the case.
    moving: set[int] = field(default_factory=set)
    activities: list[Activity] = field(default_factory=list)
    changed: dict[int, Activity] = field(default_factory=dict)
    steps: list[ActivityStep] = field(default_factory=list)
    owed: dict[Start, CompactObligation] = field(default_factory=dict)


class History:
    """One case with all that happened to it, in memory."""

    def __init__(self, case: CompactCase, *, today: date) -> None:
        """Take a locked case with its events, activities and obligations prefetched."""
        rows = list(case.events.all())
        self.case, self.made = case, Made()
        self._today, self._scenario = today, scenario_of(case, as_of=today)
        self._events = [event_of(row) for row in rows]
        self._stands = self._standing(rows)
        self._activities = list(case.activities.all())
        self._owed = {start_of(row): row for row in case.obligations.all()}

    def take(self, viewer: Viewer, arrived: Arrived) -> CompactEvent:
        """Take what happened, as the rules allow; a refusal changes nothing."""
        row = CompactEvent(
            case=self.case,
            position=self.case.events_counted,
            happened_at=arrived.at,
            type=arrived.kind.value,
            by=arrived.side.value,
            data=what_the_rules_read(arrived),
            recorded_by=viewer.user,
            source=arrived.source,
        )
        event = event_of(row)
        self._stands = self._after(event)
        self._events.append(event)
        self._keep(row, self._stands)
        if arrived.kind in MODES:
            self._keep_activity(viewer, arrived, row)
        return row

    def take_back(self, viewer: Viewer, arrived: Arrived, activity: Activity) -> CompactEvent:
        """Take the withdrawal of an activity of the case, and the activity out of the way."""
        row = self.take(viewer, naming(arrived, activity))
        before = Status(activity.status)
        self._change(activity, Status.WITHDRAWN)
        self.made.steps.append(step_row(viewer, activity, Move.TAKE_EFFECT, came_from=before))
        return row

    def moved_by(self, row: CompactEvent) -> bool:
        """Say whether an event just taken moved the case."""
        return row.position in self.made.moving

    def activity_from(self, source: str) -> Activity | None:
        """Return the activity whose event came from there."""
        came = (each for each in self._activities if each.event and each.event.source == source)
        return next(came, None)

    def _standing(self, rows: list[CompactEvent]) -> Case | None:
        try:
            return after_events(self._scenario, rows) if rows else opening(self._scenario)
        except HistoryError:
            return None

    def _after(self, event: Event) -> Case:
        # What comes last and corrects nothing is one step on from what stands.
        now = event.at.timestamp()
        comes_last = all(each.at.timestamp() <= now for each in self._events)
        corrects = event.type is EventType.NOTICE_CORRECTED
        if self._stands is None or corrects or not comes_last:
            return fold(self._events, event, self._scenario)[0]
        after = step(self._stands, event, self._scenario)
        if isinstance(after, Refusal):
            raise RefusedByRuleError(after.rule, after.reason)
        return after

    def _keep(self, row: CompactEvent, after: Case) -> None:
        case = self.case
        case.events_counted += 1
        case.last_event_at = max(row.happened_at, case.last_event_at or row.happened_at)
        before = (case.state, case.supervising)
        stands = advance(after, self._scenario, self._today)
        show_standing(case, stands)
        self.made.events.append(row)
        if before != (case.state, case.supervising):
            self.made.moving.add(row.position)
        self._keep_owed(stands)

    def _keep_owed(self, stands: Case) -> None:
        owed = {start_of(each): each for each in stands.obligations}
        for start, each in owed.items():
            row = self._owed.get(start)
            if row is None or outcome_of(row) != outcome_of(each):
                self._owed[start] = self.made.owed[start] = owed_row(self.case, each)
        for start, row in self._owed.items():
            if start not in owed and not row.is_void:
                row.is_void = True
                self.made.owed[start] = row

    def _keep_activity(self, viewer: Viewer, arrived: Arrived, event: CompactEvent) -> None:
        answers = self._asked_for(arrived)
        kept = activity_row(self.case, arrived, event, answers)
        if answers is not None:
            answers.version += 1
            self._change(answers, Status.COMPLETED)
        self._activities.append(kept)
        self.made.activities.append(kept)
        crossed = step_row(viewer, kept, move_of(arrived.kind), came_from=Status.DRAFT)
        self.made.steps.append(crossed)

    def _asked_for(self, arrived: Arrived) -> Activity | None:
        asking = kinds_answered_by(arrived.kind)
        open_ones = [
            each
            for each in self._activities
            if each.kind in asking and each.status in WAITING and each.side != arrived.side
        ]
        return min(open_ones, key=lambda each: each.sent_at or timezone.now(), default=None)

    def _change(self, activity: Activity, status: Status) -> None:
        activity.status = status.value
        if activity.pk is not None:
            self.made.changed[activity.pk] = activity


def histories_of(case_ids: Collection[int]) -> dict[int, History]:
    """Return the histories of cases, each locked for this transaction."""
    cases = CompactCase.objects.select_for_update(of=("self",)).filter(pk__in=case_ids)
    today = eastern_day(timezone.now())
    with_all = cases.order_by("pk").prefetch_related("events", "activities__event", "obligations")
    return {case.pk: History(case, today=today) for case in with_all}


def write(histories: Collection[History]) -> None:
    """Write what the cases have gained; call it in the transaction that read them."""
    made = [each.made for each in histories]
    CompactEvent.objects.bulk_create(chain.from_iterable(each.events for each in made))
    _write_activities([row for each in made for row in each.activities])
    Activity.objects.bulk_update(
        [row for each in made for row in each.changed.values()], ["status", "version"]
    )
    ActivityStep.objects.bulk_create(chain.from_iterable(each.steps for each in made))
    CompactObligation.objects.bulk_create(
        [row for each in made for row in each.owed.values()],
        update_conflicts=True,
        unique_fields=["case", "key", "started_by", "started_on", "owed_by"],
        update_fields=[
            *("due_on", "satisfied_on", "satisfied_by", "is_void"),
            *("owing_office", "awaiting_office"),
        ],
    )
    CompactCase.objects.bulk_create(
        [each.case for each in histories if each.made.events],
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=SHOWN,
    )


def _write_activities(rows: list[Activity]) -> None:
    # A reply names its request: requests first, then what answers them.
    while rows:
        ready = [row for row in rows if row.answers is None or row.answers.pk is not None]
        Activity.objects.bulk_create(ready)
        rows = [row for row in rows if row.pk is None]
