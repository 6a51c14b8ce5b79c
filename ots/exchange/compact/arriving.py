"""Putting into a case what another state did: the event first, then the activity as it is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db.models import F
from django.utils import timezone

from interstate.models import Activity, ActivityStep, CompactCase, CompactEvent
from interstate.rules.content import check, event_data, version_on
from interstate.rules.routing import MODES, Desk, Move, Status
from interstate.rules.vocabulary import EventType, Side
from interstate.services.drafts import WAITING
from interstate.services.events import Report, take_event
from ots.access.viewer import Viewer
from ots.audit.context import occasion
from ots.audit.events import Event as Trail
from ots.audit.services import record


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """What happened to a case elsewhere, and where it is told."""

    kind: EventType
    side: Side
    at: datetime
    source: str
    content: Mapping[str, object] = field(default_factory=dict)
    data: Mapping[str, object] = field(default_factory=dict)
    answers: Activity | None = None
    corrects: Activity | None = None


def take_in(viewer: Viewer, case: CompactCase, arrived: Arrived) -> tuple[CompactEvent, bool]:
    """Take it into the case as the rules allow; return its event, and whether it is an activity.

    Raises ``RefusedByRuleError`` or ``ContentError``; call it in a transaction.
    """
    data, is_activity = what_the_rules_read(arrived), arrived.kind in MODES
    taken = take_event(
        viewer,
        case.pk,
        Report(type=arrived.kind, by=arrived.side, at=arrived.at, data=data, source=arrived.source),
    )
    if is_activity:
        keep_activity(viewer, case, arrived, taken.event)
    return taken.event, is_activity


def what_the_rules_read(arrived: Arrived) -> dict[str, object]:
    """Return the data of its event; raises ``ContentError`` where it does not suit the form."""
    check(arrived.kind, arrived.content)
    data = {**event_data(arrived.kind, arrived.content), **arrived.data}
    return data if arrived.kind in MODES else {**arrived.content, **data}


def take_back(
    viewer: Viewer, case: CompactCase, arrived: Arrived, activity: Activity
) -> CompactEvent:
    """Take the withdrawal of an activity into its case, and the activity out of the way."""
    event, _ = take_in(viewer, case, naming(arrived, activity))
    before = Status(activity.status)
    activity.status = Status.WITHDRAWN.value
    activity.save(update_fields=["status", "changed_at"])
    note_step(viewer, activity, Move.TAKE_EFFECT, came_from=before)
    return event


def naming(arrived: Arrived, activity: Activity) -> Arrived:
    """Return a withdrawal as the rules read it: with the activity that it names."""
    position = activity.event.position if activity.event else None
    return replace(arrived, data={"activity": activity.kind, "index": position})


def keep_activity(
    viewer: Viewer, case: CompactCase, arrived: Arrived, event: CompactEvent
) -> Activity:
    """Keep what was sent as the receiving office finds it; a reply completes its request."""
    answers = arrived.answers or _asked_for(case, arrived)
    with occasion(Trail.COMPACT_ACTIVITY_MOVED.name, person_id=case.person_id):
        kept = activity_row(case, arrived, event, answers)
        kept.save(force_insert=True)
        if answers is not None:
            Activity.objects.filter(pk=answers.pk, status__in=WAITING).update(
                status=Status.COMPLETED.value, version=F("version") + 1
            )
    note_step(viewer, kept, move_of(arrived.kind), came_from=Status.DRAFT)
    return kept


def activity_row(
    case: CompactCase, arrived: Arrived, event: CompactEvent, answers: Activity | None
) -> Activity:
    """Return the activity, not saved yet, as the receiving office finds it."""
    return Activity(
        case=case,
        kind=arrived.kind.value,
        side=arrived.side.value,
        status=(Status.RECEIVED if MODES[arrived.kind].answered_by else Status.COMPLETED).value,
        content=dict(arrived.content),
        content_version=version_on(timezone.localdate()),
        answers=answers,
        corrects=arrived.corrects,
        event=event,
        sent_at=event.happened_at,
    )


def move_of(kind: EventType) -> Move:
    """Return the move by which an activity of the kind crosses."""
    return Move.TRANSMIT if MODES[kind].is_managed else Move.NOTIFY


def note_step(
    viewer: Viewer, activity: Activity, move: Move, *, came_from: Status, reason: str = ""
) -> None:
    """Write a move of the other state's office down, in the way and in the trail."""
    made = step_row(viewer, activity, move, came_from=came_from, reason=reason)
    made.save(force_insert=True)
    record(
        Trail.COMPACT_ACTIVITY_MOVED,
        actor=viewer.user,
        target=activity,
        person_id=activity.case.person_id,
        details={"kind": activity.kind, "move": move.value},
    )


def step_row(
    viewer: Viewer, activity: Activity, move: Move, *, came_from: Status, reason: str = ""
) -> ActivityStep:
    """Return the step, not saved yet, of a move of the other state's office."""
    desk = Desk.OTHER_OFFICE if move is Move.SEND_BACK else Desk.OFFICE
    return ActivityStep(
        activity=activity,
        move=move.value,
        desk=desk.value,
        came_from=came_from.value,
        went_to=activity.status,
        made_by=viewer.user,
        reason=reason,
    )


def kinds_answered_by(kind: EventType) -> list[str]:
    """Return the kinds of request that an activity of the kind answers."""
    return [each.value for each, mode in MODES.items() if kind in mode.answered_by]


def _asked_for(case: CompactCase, arrived: Arrived) -> Activity | None:
    """The other side's open request that an activity of the kind answers."""
    rows = case.activities.filter(kind__in=kinds_answered_by(arrived.kind), status__in=WAITING)
    return rows.exclude(side=arrived.side.value).order_by("sent_at").first()
