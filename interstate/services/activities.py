"""Writing an activity and moving it on its way; what is sent becomes an event of the case."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from interstate.models import Activity, ActivityStep, CompactCase, Delegate
from interstate.rules.content import event_data, gaps, needs_documents
from interstate.rules.limits import UNDO_MINUTES
from interstate.rules.routing import (
    PATHS,
    Desk,
    Move,
    MoveRefusedError,
    Status,
    moved,
)
from interstate.rules.vocabulary import EventType, Side
from interstate.selectors.posts import Seat, desks_at, seats_of
from interstate.services.drafts import WAITING, check_reach, locked
from interstate.services.events import (
    RefusedByRuleError,
    Report,
    Taken,
    lock_case_of,
    take_event,
    take_into,
)
from ots.access.permissions import Permission
from ots.access.viewer import Viewer, system_viewer
from ots.audit.context import occasion
from ots.audit.events import Event as Trail
from ots.audit.services import record

CHANGED_BY_A_MOVE: Final = (
    *("status", "left_status", "assigned_to", "event", "sent_at", "undo_until", "changed_at"),
)


class IncompleteError(Exception):
    """Something that the rules require is not there; ``missing`` names each in words."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        """Keep what is missing."""
        super().__init__("Before it can be sent: " + "; ".join(missing) + ".")
        self.missing = missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A move as it is asked for."""

    move: Move
    reason: str = ""
    assignee: Delegate | None = None


@transaction.atomic
def move_activity(viewer: Viewer, activity_id: int, asked: Asked) -> Activity:
    """Move the activity as asked; what is transmitted is taken by the rules first.

    Raises ``MoveRefusedError``, ``IncompleteError`` or ``RefusedByRuleError``; nothing is changed.
    """
    viewer.require(Permission.COMPACT_ACT)
    case = lock_case_of(activity_id)
    check_reach(viewer, case)
    activity = _locked_in(case, activity_id)
    seats = seats_of(viewer)
    desks = desks_at(seats, activity, case)
    reader = _supervisor_of(seats) if asked.move is Move.SUBMIT else None
    came_from = Status(activity.status)
    went_to = moved(
        EventType(activity.kind),
        came_from,
        asked.move,
        desks=desks,
        reason=asked.reason,
        through_supervisor=reader is not None,
        was_sent=activity.event_id is not None,
    )
    if asked.move is Move.SUBMIT:
        _check_complete(activity)
        activity.assigned_to_id = reader
    _carry_out(viewer, case, activity, asked, went_to)
    _note(viewer, activity, asked, came_from, desks)
    return activity


def withdraw_what_is_due(*, now: datetime | None = None) -> int:
    """Let withdrawals take effect whose time to undo has passed; return how many."""
    moment = now or timezone.now()
    due = Activity.objects.filter(status=Status.WITHDRAWING.value, undo_until__lte=moment)
    return sum(_take_effect(pk) for pk in due.values_list("pk", flat=True))


def _carry_out(
    viewer: Viewer, case: CompactCase, activity: Activity, asked: Asked, went_to: Status
) -> None:
    if asked.move in {Move.TRANSMIT, Move.NOTIFY}:
        _transmit(viewer, case, activity)
    if asked.move is Move.RETURN:
        activity.assigned_to_id = activity.author_id
    if asked.move in {Move.ASSIGN, Move.DELEGATE}:
        _give(case, activity, asked)
    if asked.move is Move.WITHDRAW:
        activity.left_status = activity.status
        window = UNDO_MINUTES.on(timezone.localdate()).amount
        activity.undo_until = timezone.now() + timedelta(minutes=window)
    activity.status = went_to.value
    if asked.move is Move.UNDO:
        activity.status, activity.undo_until = activity.left_status, None
    with occasion(Trail.COMPACT_ACTIVITY_MOVED.name, person_id=case.person_id):
        activity.save(update_fields=CHANGED_BY_A_MOVE)


def _transmit(viewer: Viewer, case: CompactCase, activity: Activity) -> None:
    _check_complete(activity)
    if activity.event_id is not None:
        # Sent back by the other state and sent again: its clock went on all the time.
        return
    kind = EventType(activity.kind)
    taken = take_into(
        viewer,
        case,
        Report(
            type=kind,
            by=Side(activity.side),
            at=timezone.now(),
            data={**event_data(kind, activity.content), **_names(activity)},
        ),
    )
    _sent(activity, taken)
    if activity.answers_id is not None:
        _answer(Activity.objects.filter(pk=activity.answers_id))
    if kind is EventType.PROGRESS_REPORT:
        _answer_requests(case, activity)


def _names(activity: Activity) -> dict[str, object]:
    """The place among the events of the notice that a correction corrects."""
    corrected = activity.corrects
    if corrected is None or corrected.event is None:
        return {}
    return {"index": corrected.event.position}


def _sent(activity: Activity, taken: Taken) -> None:
    activity.event = taken.event
    activity.sent_at = taken.event.happened_at
    activity.assigned_to = None


def _answer(asked: QuerySet[Activity]) -> None:
    """Complete those of the requests that still wait."""
    asked.filter(status__in=WAITING).update(status=Status.COMPLETED.value, version=F("version") + 1)


def _answer_requests(case: CompactCase, report: Activity) -> None:
    """Any progress report meets every request for one that was sent before it (rule 4.106)."""
    asked = case.activities.filter(kind=EventType.PROGRESS_REPORT_REQUEST.value)
    _answer(asked.exclude(side=report.side))


def _give(case: CompactCase, activity: Activity, asked: Asked) -> None:
    assignee = asked.assignee
    if assignee is None or not assignee.is_active:
        raise MoveRefusedError("Choose somebody of your offices with an open post.")
    other = case.receiving_office_id if activity.side == Side.SENDING else case.sending_office_id
    if assignee.office_id != other:
        raise MoveRefusedError(f"[{assignee}] does not work for this compact office.")
    activity.assigned_to_id = assignee.user_id
    if asked.move is Move.ASSIGN:
        column = "receiving_user" if activity.side == Side.SENDING else "sending_user"
        setattr(case, column, assignee.user)
        with occasion(Trail.COMPACT_ACTIVITY_MOVED.name, person_id=case.person_id):
            case.save(update_fields=[column])


def _check_complete(activity: Activity) -> None:
    kind = EventType(activity.kind)
    labels: set[str] = set()
    if needs_documents(kind):
        labels = set(activity.attachments.order_by().values_list("label", flat=True))
    if lacking := gaps(kind, activity.content, labels, activity.case.traits).words:
        raise IncompleteError(lacking)


def _note(
    viewer: Viewer,
    activity: Activity,
    asked: Asked,
    came_from: Status,
    desks: frozenset[Desk],
) -> None:
    ActivityStep.objects.create(
        activity=activity,
        move=asked.move.value,
        desk=min(desks & PATHS[asked.move].desks).value,
        came_from=came_from.value,
        went_to=activity.status,
        made_by=viewer.user,
        assignee_id=activity.assigned_to_id,
        reason=asked.reason,
    )
    record(
        Trail.COMPACT_ACTIVITY_MOVED,
        actor=viewer.user,
        target=activity,
        person_id=activity.case.person_id,
        details={"kind": activity.kind, "move": asked.move.value},
    )


@transaction.atomic
def _take_effect(activity_id: int) -> bool:
    case = lock_case_of(activity_id)
    activity = _locked_in(case, activity_id)
    if activity.status != Status.WITHDRAWING or activity.event is None:
        return False
    viewer = system_viewer("Compact withdrawals")
    report = Report(
        type=EventType.WITHDRAW_ACTIVITY,
        by=Side(activity.side),
        at=timezone.now(),
        data={"activity": activity.kind, "index": activity.event.position},
    )
    try:
        take_event(viewer, case.pk, report)
    except RefusedByRuleError as refusal:
        # The other state answered meanwhile: it stays sent, and its way says why.
        is_answered = activity.replies.filter(sent_at__isnull=False).exists()
        activity.status = Status.COMPLETED.value if is_answered else activity.left_status
        asked = Asked(move=Move.UNDO, reason=str(refusal))
    else:
        activity.status = Status.WITHDRAWN.value
        asked = Asked(move=Move.TAKE_EFFECT, reason="The time to undo has passed.")
    activity.undo_until = None
    activity.save(update_fields=["status", "undo_until", "changed_at"])
    _note(viewer, activity, asked, Status.WITHDRAWING, frozenset({Desk.OFFICE}))
    return activity.status == Status.WITHDRAWN


def _locked_in(case: CompactCase, activity_id: int) -> Activity:
    activity = locked(activity_id)
    activity.case = case
    return activity


def _supervisor_of(seats: tuple[Seat, ...]) -> int | None:
    own = (seat.supervisor_id for seat in seats if not seat.is_cover)
    return next((each for each in own if each is not None), None)
