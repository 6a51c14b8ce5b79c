"""Answers to the saved questions, and who went through them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import connection
from django.db.models import Max
from django.utils import timezone

from ots.access.fields import may_access
from ots.access.models import User
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.models import AuditEntry
from ots.audit.services import record_view
from ots.oversight.models import Review
from ots.oversight.questions import QUESTIONS, Found, Question

# CJIS Security Policy AU-6: the trail is reviewed weekly.
REVIEWED_EACH = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Standing:
    """A question with its last review."""

    question: Question
    reviewed_at: datetime | None
    is_due: bool


def answers(
    viewer: Viewer, question: Question, limits: Mapping[str, int], *, since: date, until: date
) -> list[Found]:
    """Return what the question brings up between two days, the last included; recorded."""
    viewer.require(Permission.AUDIT_VIEW)
    if not may_access(viewer, AuditEntry, "actor"):
        return []
    span = {"since": _midnight(since), "until": _midnight(until + timedelta(days=1))}
    with connection.cursor() as cursor:
        cursor.execute(question.sql, {**question.defaults(), **limits, **span})
        rows = cursor.fetchall()
    users = User.objects.in_bulk({row[0] for row in rows if row[0]})
    record_view(
        Event.TRAIL_READ,
        actor=viewer.user,
        people=[row[1] for row in rows if row[1]],
        details={"question": question.key, "found": len(rows)},
    )
    return [Found(row[0], str(users.get(row[0], "The system")), *row[1:]) for row in rows]


def questions_standing(viewer: Viewer, *, now: datetime | None = None) -> list[Standing]:
    """List the questions with when each was last reviewed, and whether it is due again."""
    viewer.require(Permission.AUDIT_VIEW)
    moment = now or timezone.now()
    last = dict(Review.objects.order_by().values_list("question").annotate(Max("reviewed_at")))
    return [_standing(question, last.get(question.key), moment) for question in QUESTIONS]


def reviews_of(viewer: Viewer, question: Question) -> list[Review]:
    """Return the last reviews of a question."""
    viewer.require(Permission.AUDIT_VIEW)
    return list(Review.objects.filter(question=question.key).select_related("reviewed_by")[:10])


def _standing(question: Question, last: datetime | None, now: datetime) -> Standing:
    return Standing(question, last, is_due=last is None or now - last > REVIEWED_EACH)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
