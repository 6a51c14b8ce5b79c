"""Recording what happened to a case and is not sent: a warrant, custody, a hearing, a closure."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from interstate.models import CompactCase
from interstate.rules.content import check, event_data
from interstate.rules.routing import RECORDED
from interstate.rules.vocabulary import EventType
from interstate.selectors.posts import seats_of, sides_of
from interstate.services.drafts import check_reach
from interstate.services.events import (
    RefusedByRuleError,
    Report,
    Taken,
    lock_case,
    take_into,
)
from ots.access.permissions import Permission
from ots.access.viewer import NotAllowedError, Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """What happened, when, and what was written about it."""

    type: EventType
    at: datetime
    content: dict[str, object] = field(default_factory=dict)


@transaction.atomic
def record_event(viewer: Viewer, case_id: int, happened: Happened) -> Taken:
    """Record it for the own side; raises ``RefusedByRuleError`` where no rule allows it."""
    viewer.require(Permission.COMPACT_RECORD)
    if happened.type not in RECORDED:
        raise NotAllowedError("This is sent as an activity, through the offices.")
    if happened.at > timezone.now():
        raise RefusedByRuleError("2.104", "it lies in the future; record it once it has happened")
    check(happened.type, happened.content)
    case = lock_case(case_id)
    check_reach(viewer, case)
    sides = sides_of(seats_of(viewer), case)
    if not sides:
        raise NotAllowedError("You hold no post in an office of this case.")
    report = Report(
        type=happened.type,
        by=min(sides, key=lambda side: side != case.supervising),
        at=_in_its_minute(case, happened.at),
        data={**happened.content, **event_data(happened.type, happened.content)},
    )
    return take_into(viewer, case, report)


def _in_its_minute(case: CompactCase, at: datetime) -> datetime:
    """Return the moment after what the case knows of that minute: people tell no seconds, and
    what they record later of one minute happened later in it."""
    if at.second or at.microsecond:
        return at
    known = case.events.filter(happened_at__gte=at, happened_at__lt=at + timedelta(minutes=1))
    last: datetime | None = known.aggregate(last=Max("happened_at"))["last"]
    return last + timedelta(microseconds=1) if last else at
