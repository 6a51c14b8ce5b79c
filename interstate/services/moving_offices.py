"""Moving a case between the offices of a member that keeps probation and parole apart.

What is still owed follows, and what lies at somebody of the office that gives the case up lies at
the office that has it from then on; what was met before stays that office's own.
"""

from dataclasses import dataclass
from typing import Final

from django.db import transaction

from interstate.choices import OfficeKind, Post
from interstate.models import Activity, ActivityStep, CompactCase, CompactOffice
from interstate.rules.routing import Desk, Move, Status
from interstate.rules.vocabulary import OVER, Side
from interstate.selectors.posts import seats_of
from interstate.services.cases import CaseRefusedError
from interstate.services.drafts import check_reach
from interstate.services.events import lock_case
from ots.access.permissions import Permission
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.context import occasion
from ots.audit.events import Event as Trail
from ots.audit.services import record

_AT_SOMEBODY: Final = (Status.DELEGATED.value, Status.ASSIGNED.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeMove:
    """To which office a case goes, and why."""

    to: CompactOffice
    reason: str


@transaction.atomic
def move_to_office(viewer: Viewer, case_id: int, move: OfficeMove) -> CompactCase:
    """Move the viewer's side of the case to another office of the same member.

    Nobody of the new office has it until it is given to somebody. Raises ``CaseRefusedError``.
    """
    viewer.require(Permission.COMPACT_ROUTE)
    case = lock_case(case_id)
    check_reach(viewer, case)
    side = _side_of(viewer, case)
    left = case.sending_office if side is Side.SENDING else case.receiving_office
    _check(case, side, left, move)
    with occasion(
        Trail.COMPACT_CASE_CHANGED_OFFICE.name, person_id=case.person_id, reason=move.reason
    ):
        _change(case, side, move.to)
        _let_what_is_owed_follow(case, left, move.to)
        _let_activities_follow(viewer, case, side, move)
    record(
        Trail.COMPACT_CASE_CHANGED_OFFICE,
        actor=viewer.user,
        target=case,
        person_id=case.person_id,
        reason=move.reason,
        details={"from": left.pk, "to": move.to.pk},
    )
    return case


def _side_of(viewer: Viewer, case: CompactCase) -> Side:
    offices = {seat.office_id for seat in seats_of(viewer) if seat.post is Post.OFFICE}
    if case.sending_office_id in offices:
        return Side.SENDING
    if case.receiving_office_id in offices:
        return Side.RECEIVING
    raise NotAllowedError("Only the compact office that has a case gives it to another.")


def _check(case: CompactCase, side: Side, left: CompactOffice, move: OfficeMove) -> None:
    if not move.reason.strip():
        raise CaseRefusedError("Say why the case goes to the other office: it is kept.")
    if move.to.member_id != left.member_id or move.to.pk == left.pk:
        raise CaseRefusedError(f"[{move.to}] is no other office of [{left.member_id}].")
    if case.state in OVER:
        raise CaseRefusedError("The case is over: it stays where it ended.")
    ends = {"sending_office": case.sending_office_id, "receiving_office": case.receiving_office_id}
    ends[f"{side.value}_office"] = move.to.pk
    beside = CompactCase.objects.filter(
        person=case.person_id,
        sending_office=ends["sending_office"],
        receiving_office=ends["receiving_office"],
    ).exclude(state__in=OVER)
    if other := beside.exclude(pk=case.pk).first():
        raise CaseRefusedError(f"Case [{other.number}] of the person is open in [{move.to}].")


def _change(case: CompactCase, side: Side, to: CompactOffice) -> None:
    if side is Side.SENDING:
        case.sending_office, case.sending_user = to, None
        if to.kind != OfficeKind.BOTH:
            # The sending state says what is transferred: its office looks after nothing else.
            case.supervision = to.kind
    else:
        case.receiving_office, case.receiving_user = to, None
    case.save(update_fields=[f"{side.value}_office", f"{side.value}_user", "supervision"])


def _let_what_is_owed_follow(case: CompactCase, left: CompactOffice, to: CompactOffice) -> None:
    owed = case.obligations.filter(satisfied_on=None, is_void=False)
    owed.filter(owing_office=left).update(owing_office=to)
    owed.filter(awaiting_office=left).update(awaiting_office=to)


def _let_activities_follow(viewer: Viewer, case: CompactCase, side: Side, move: OfficeMove) -> None:
    """What waits for a supervisor or an agent of the former office waits for the office now."""
    own = case.activities.filter(side=side.value, status=Status.WITH_SUPERVISOR.value)
    for activity in own.select_for_update():
        _lie_at_the_office(viewer, activity, Status.WITH_OFFICE, Desk.OFFICE, move)
    received = case.activities.exclude(side=side.value).filter(status__in=_AT_SOMEBODY)
    for activity in received.select_for_update():
        _lie_at_the_office(viewer, activity, Status.RECEIVED, Desk.OTHER_OFFICE, move)


def _lie_at_the_office(
    viewer: Viewer, activity: Activity, status: Status, desk: Desk, move: OfficeMove
) -> None:
    came_from, activity.status = activity.status, status.value
    activity.assigned_to = None
    activity.save(update_fields=["status", "assigned_to", "changed_at"])
    ActivityStep.objects.create(
        activity=activity,
        move=Move.ASSIGN.value,
        desk=desk.value,
        came_from=came_from,
        went_to=status.value,
        made_by=viewer.user,
        reason=f"The case went to {move.to}: {move.reason}",
    )
