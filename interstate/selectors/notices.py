"""Notices of departure and arrival with what corrects them: the day told, and that which stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.dateparse import parse_date

from interstate.models import Activity
from interstate.rules.content import form_of
from interstate.rules.corrections import CORRECTED, MAY_BE_CORRECTED, TOLD
from interstate.rules.vocabulary import EventType, Side
from interstate.selectors.posts import seats_of, sides_of
from offenders.selectors.reading import Reading
from ots.access.categories import Category
from ots.access.permissions import Permission


@dataclass(frozen=True, slots=True)
class CorrectionShown:
    """A correction that was sent: the day that it names."""

    activity_id: int
    sent_at: datetime
    day: date | None


@dataclass(frozen=True, slots=True)
class NoticeShown:
    """A notice that was sent, and every correction of it, the last of which stands."""

    activity_id: int
    title: str
    side: str
    sent_at: datetime
    told: date | None
    corrections: tuple[CorrectionShown, ...]
    may_correct: bool = False


def notices_among(reading: Reading, activities: Iterable[Activity]) -> list[NoticeShown]:
    """Return the notices among the activities of a case, the first sent first; no query."""
    rows = sorted(
        (each for each in activities if each.sent_at),
        key=lambda each: each.sent_at or each.created_at,
    )
    sent = [each for each in rows if EventType(each.kind) in MAY_BE_CORRECTED]
    if not sent or not reading.sees_category(Category.SUPERVISION):
        return []
    return [_shown(each, [row for row in rows if row.corrects_id == each.pk]) for each in sent]


def notice_of(reading: Reading, activity: Activity) -> NoticeShown | None:
    """Return the notice that the activity is or corrects, if it is one that was sent."""
    notice = activity.corrects or activity
    if EventType(notice.kind) not in MAY_BE_CORRECTED or notice.sent_at is None:
        return None
    if not reading.sees_category(Category.SUPERVISION):
        return None
    corrections = notice.corrections.filter(sent_at__isnull=False).order_by("sent_at")
    sides = sides_of(seats_of(reading.viewer), activity.case)
    may = reading.viewer.may(Permission.COMPACT_ACT) and Side(notice.side) in sides
    is_itself = notice.pk == activity.pk
    return _shown(notice, list(corrections), may_correct=may and is_itself)


def _shown(
    notice: Activity, corrections: list[Activity], *, may_correct: bool = False
) -> NoticeShown:
    kind = EventType(notice.kind)
    assert notice.sent_at is not None  # noqa: S101  # sent, or it is no notice
    return NoticeShown(
        activity_id=notice.pk,
        title=form_of(kind).title,
        side=notice.get_side_display(),
        sent_at=notice.sent_at,
        told=_day(notice.content.get(TOLD[kind])),
        corrections=tuple(
            CorrectionShown(each.pk, each.sent_at, _day(each.content.get(CORRECTED)))
            for each in corrections
            if each.sent_at is not None
        ),
        may_correct=may_correct,
    )


def _day(value: object) -> date | None:
    return parse_date(value) if isinstance(value, str) else None
