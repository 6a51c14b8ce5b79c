"""Writing an activity before it is sent: drafts that survive and are never overwritten unseen."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from interstate.models import Activity, CompactCase
from interstate.rules.content import check, version_on
from interstate.rules.routing import MODES, Desk, MoveRefusedError, Status
from interstate.rules.vocabulary import EventType, Side
from interstate.selectors.posts import desks_at, seats_of, sides_of
from ots.access.permissions import Permission
from ots.access.scopes import reaches
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.context import occasion
from ots.audit.events import Event as Trail
from ots.audit.services import record

# A request that the other state has and has not answered.
WAITING = tuple(
    each.value for each in (Status.RECEIVED, Status.DELEGATED, Status.ASSIGNED, Status.SENT_BACK)
)


class ChangedMeanwhileError(Exception):
    """Somebody else saved the activity first; what was typed is not lost."""


@transaction.atomic
def start_activity(  # noqa: PLR0913  # each says what it belongs to
    viewer: Viewer,
    case_id: int,
    kind: EventType,
    *,
    content: Mapping[str, object] | None = None,
    answers: Activity | None = None,
    corrects: Activity | None = None,
) -> Activity:
    """Begin a draft for the viewer's own side of the case."""
    viewer.require(Permission.COMPACT_ACT)
    case = case_in_reach(viewer, case_id)
    side = _own_side(viewer, case)
    check(kind, content or {})
    answers = answers or _asked_for(case, kind, side)
    with occasion(Trail.COMPACT_ACTIVITY_BEGUN.name, person_id=case.person_id):
        draft = Activity.objects.create(
            case=case,
            kind=kind.value,
            side=side.value,
            content=dict(content or {}),
            content_version=version_on(timezone.localdate()),
            answers=answers,
            corrects=corrects,
            author=viewer.user,
            assigned_to=viewer.user,
        )
    record(
        Trail.COMPACT_ACTIVITY_BEGUN,
        actor=viewer.user,
        target=draft,
        person_id=case.person_id,
        details={"kind": kind.value},
    )
    return draft


@transaction.atomic
def save_draft(
    viewer: Viewer, activity_id: int, content: Mapping[str, object], *, version: int
) -> Activity:
    """Keep what was written; raises ``ChangedMeanwhileError`` if another version was saved."""
    viewer.require(Permission.COMPACT_ACT)
    activity = locked(activity_id)
    case = case_in_reach(viewer, activity.case_id)
    desks = desks_at(seats_of(viewer), activity, case)
    if not desks & {Desk.AUTHOR, Desk.SUPERVISOR, Desk.OFFICE}:
        raise NotAllowedError("Only the own state writes an activity.")
    if not Status(activity.status).may_be_written and not _office_corrects(activity, desks):
        raise MoveRefusedError("It was sent on: take it back or send a correction.")
    if activity.version != version:
        raise ChangedMeanwhileError(
            "Somebody saved this activity meanwhile: compare with what stands and save again."
        )
    check(EventType(activity.kind), content)
    with occasion(Trail.COMPACT_ACTIVITY_SAVED.name, person_id=case.person_id):
        activity.content = dict(content)
        activity.version = version + 1
        activity.save(update_fields=["content", "version", "changed_at"])
    record(
        Trail.COMPACT_ACTIVITY_SAVED,
        actor=viewer.user,
        target=activity,
        person_id=case.person_id,
    )
    return activity


def locked(activity_id: int) -> Activity:
    """Return the activity for this transaction alone."""
    return Activity.objects.select_for_update(of=("self",)).get(pk=activity_id)


def case_in_reach(viewer: Viewer, case_id: int) -> CompactCase:
    """Return the case of a person in reach; raises ``NotAllowedError`` for any other."""
    case = CompactCase.objects.get(pk=case_id)
    check_reach(viewer, case)
    return case


def check_reach(viewer: Viewer, case: CompactCase) -> None:
    """Raise ``NotAllowedError`` unless the viewer reaches the case's person."""
    if not reaches(viewer, case.person_id):
        raise NotAllowedError("The person is not in your reach.")


def _asked_for(case: CompactCase, kind: EventType, side: Side) -> Activity | None:
    """The other state's request that an activity of the kind answers, if one is open."""
    asking = [each.value for each, mode in MODES.items() if kind in mode.answered_by]
    if not asking:
        return None
    rows = case.activities.filter(kind__in=asking, status__in=WAITING).exclude(side=side.value)
    return rows.order_by("sent_at").first()


def _own_side(viewer: Viewer, case: CompactCase) -> Side:
    sides = sides_of(seats_of(viewer), case)
    if not sides:
        raise NotAllowedError("You hold no post in an office of this case.")
    return Side(case.supervising) if Side(case.supervising) in sides else min(sides)


def _office_corrects(activity: Activity, desks: frozenset[Desk]) -> bool:
    return Desk.OFFICE in desks and activity.status == Status.WITH_OFFICE
