"""Telling of a case outside: victims' notices, the portal's events, and the clocks they start.

Victims who asked for it are told through supervision's notices, whatever the portal shows; a case
that is kept off the portal has no event there.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from interstate.models import (
    CompactCase,
    CompactEvent,
    CompactObligation,
    PortalEvent,
    PortalExclusion,
    TellingRule,
)
from interstate.rules import notices_to_victims as rules
from interstate.rules.vocabulary import EventType, Key, Side
from interstate.selectors.posts import seats_of, sides_of
from interstate.selectors.replaying import event_of
from interstate.services.drafts import check_reach
from interstate.services.events import RefusedByRuleError, Report, take_event
from ots.access.models import User
from ots.access.permissions import Permission
from ots.access.viewer import NotAllowedError, Viewer, system_viewer
from ots.audit.context import occasion
from ots.audit.events import Event as Trail
from ots.audit.services import Happening, record
from supervision.choices.victim_notice import NoticeResult, NoticeTrigger
from supervision.models import NoticeAttempt
from supervision.services.victim_notices import make_notices_due
from timecomp.engine.calendar import eastern_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """Why a case is kept off the portal."""

    ground: str
    reason: str


def tell_outside(happening: Happening) -> None:
    """Make victims' notices due, and write the portal's event, where a rule tells of the event."""
    row = happening.target
    if not isinstance(row, CompactEvent):
        return
    event = event_of(row)
    if not rules.is_news(event.day, eastern_day(timezone.now())):
        return
    rule = rules.told_by(event, _rules(event.type))
    if rule is None:
        return
    case = row.case
    make_notices_due(case.person_id, rule.tells, on=event.day)
    if not case.is_confidential:
        _write(case, row, rule)


def victim_was_told(happening: Happening) -> None:
    """Start the right to be heard once a notice of the transfer has reached a victim (3.108)."""
    attempt = happening.target
    if not isinstance(attempt, NoticeAttempt) or attempt.result != NoticeResult.DELIVERED:
        return
    if attempt.notice.trigger != NoticeTrigger.TRANSFER_GRANTED:
        return
    owed = CompactObligation.objects.filter(
        case__person=happening.person_id,
        key=Key.VICTIM_INITIAL.value,
        satisfied_on=None,
        is_void=False,
    )
    for case_id in sorted(set(owed.values_list("case_id", flat=True))):
        _take_notice(case_id, attempt.pk, attempt.made_at)


@transaction.atomic
def keep_off_portal(viewer: Viewer, case_id: int, exclusion: Exclusion) -> PortalExclusion:
    """Keep the case off the portal from today on."""
    case, user = _own_case(viewer, case_id)
    today = timezone.localdate()
    with occasion(Trail.COMPACT_CASE_KEPT_OFF.name, person_id=case.person_id):
        _end(case, today=today)
        made = PortalExclusion.objects.create(
            case=case,
            ground=exclusion.ground,
            reason=exclusion.reason,
            began_on=today,
            decided_by=user,
        )
        case.is_confidential, case.confidential_reason = True, exclusion.reason
        case.save(update_fields=["is_confidential", "confidential_reason"])
    record(Trail.COMPACT_CASE_KEPT_OFF, actor=viewer.user, target=made, person_id=case.person_id)
    return made


@transaction.atomic
def show_on_portal(viewer: Viewer, case_id: int) -> None:
    """Let the portal show the case again; what happened meanwhile stays untold."""
    case, _ = _own_case(viewer, case_id)
    with occasion(Trail.COMPACT_CASE_SHOWN.name, person_id=case.person_id):
        _end(case, today=timezone.localdate())
        case.is_confidential, case.confidential_reason = False, ""
        case.save(update_fields=["is_confidential", "confidential_reason"])
    record(Trail.COMPACT_CASE_SHOWN, actor=viewer.user, target=case, person_id=case.person_id)


def _own_case(viewer: Viewer, case_id: int) -> tuple[CompactCase, User]:
    viewer.require(Permission.COMPACT_ROUTE)
    case = CompactCase.objects.select_for_update(of=("self",)).get(pk=case_id)
    check_reach(viewer, case)
    if viewer.user is None or not sides_of(seats_of(viewer), case):
        raise NotAllowedError("Only the compact offices of the case decide what is shown of it.")
    return case, viewer.user


def _end(case: CompactCase, *, today: date) -> None:
    for each in PortalExclusion.objects.filter(case=case, ended_on=None):
        each.ended_on = today
        each.save(update_fields=["ended_on"])


def _rules(kind: EventType) -> list[rules.TellingRule]:
    return [
        rules.TellingRule(
            id=row.pk,
            event=kind,
            outcome=rules.Outcome(row.outcome),
            tells=row.tells,
            presses=row.presses,
            since=row.since,
            until=row.until,
        )
        for row in TellingRule.objects.filter(event=kind.value)
    ]


def _write(case: CompactCase, row: CompactEvent, rule: rules.TellingRule) -> None:
    offices = [case.sending_office, case.receiving_office]
    calls = [(each.member_id, each.telephone) for each in offices if each.is_on_portal]
    now = timezone.now()
    PortalEvent.objects.create(
        event=row,
        tells=rule.tells,
        presses=rule.presses,
        text=rules.text_of(NoticeTrigger(rule.tells).label, calls, on=eastern_day(now)),
        tell_at=rules.times_to_tell(now, presses=rule.presses)[0],
    )


def _take_notice(case_id: int, attempt_id: int, at: datetime) -> None:
    report = Report(
        type=EventType.VICTIM_NOTICE_SENT,
        by=Side.SENDING,
        at=at,
        source=f"victim notice attempt {attempt_id}",
    )
    try:
        with transaction.atomic():
            take_event(system_viewer("Victim notices"), case_id, report)
    except RefusedByRuleError:
        # The case does not take it where it stands; that the victim was told stays recorded.
        record(Trail.COMPACT_NOTICE_NOT_TAKEN, actor=None, details={"case": case_id})
