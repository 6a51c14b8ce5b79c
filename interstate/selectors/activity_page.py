"""One activity as a page shows it: its fields each by its own category, its way, its documents."""

from dataclasses import dataclass

from django.db.models import QuerySet

from interstate.models import Activity, ActivityStep, Attachment, Delegate
from interstate.rules.content import ContentField, Form, form_of, gaps
from interstate.rules.routing import Desk, Move, Status, moves_of
from interstate.rules.vocabulary import EventType, Side
from interstate.selectors.members import posts_of_office
from interstate.selectors.posts import desks_at, seats_of
from offenders.selectors.reading import Reading
from ots.access.categories import Category
from ots.access.permissions import Permission

OWN = frozenset({Desk.AUTHOR, Desk.SUPERVISOR, Desk.OFFICE})
BEFORE_IT_IS_SENT = tuple(
    each.value for each in (Move.SUBMIT, Move.APPROVE, Move.RETURN, Move.DELETE)
)


@dataclass(frozen=True, slots=True)
class Said:
    """A field and what the activity says there; nothing where it is withheld."""

    field: ContentField
    value: object
    is_withheld: bool


@dataclass(frozen=True, slots=True)
class ActivityPage:
    """An activity as the viewer may see it."""

    activity: object
    form: Form
    said: list[Said]
    steps: list[object]
    attachments: list[object]
    documents: list[Attachment]
    moves: tuple[Move, ...]
    missing: tuple[str, ...]
    may_follow: tuple[ContentField, ...]
    may_be_written: bool
    is_author: bool
    may_copy: bool


def activity_page(reading: Reading, activity: Activity) -> ActivityPage:
    """Return all that the page shows, with a constant number of queries."""
    kind = EventType(activity.kind)
    form = form_of(kind)
    desks = desks_at(seats_of(reading.viewer), activity, activity.case)
    status = Status(activity.status)
    may_be_written = _may_write(reading, status, desks)
    is_author = may_be_written and _is_by(reading, activity)
    # What the documents contain is read where one is sent.
    brought = list(
        activity.attachments.select_related("same_as").defer("content", "same_as__content")
    )
    documents = [
        each for each in brought if _is_open(reading, form.field(each.label), is_author=is_author)
    ]
    lacking = gaps(
        kind, activity.content, (each.label for each in brought), facts_of_activity(activity)
    )
    return ActivityPage(
        activity=reading.masked(activity),
        form=form,
        said=[
            _said(reading, activity, each, is_author=is_author)
            for each in form.fields
            if not each.type.is_attached
        ],
        steps=[reading.masked(row) for row in _steps(activity, is_own=bool(OWN & desks))],
        attachments=[reading.masked(row) for row in documents],
        documents=documents,
        moves=moves_of(kind, status, desks, was_sent=activity.event_id is not None),
        missing=lacking.words if status.may_be_written else (),
        may_follow=tuple(
            each
            for each in lacking.may_follow
            if each.type.is_attached and _may_follow(reading, activity, desks, each)
        ),
        may_be_written=may_be_written,
        is_author=is_author,
        may_copy=bool(OWN & desks) and activity.side == Side.SENDING,
    )


def facts_of_activity(activity: Activity) -> dict[str, bool]:
    """Return what of the case decides which fields are asked for."""
    return activity.case.traits


def posts_for(activity: Activity) -> list[Delegate]:
    """Return to whom the other state may give the activity."""
    case = activity.case
    is_sent = activity.side == Side.SENDING
    return posts_of_office(case.receiving_office_id if is_sent else case.sending_office_id)


def _steps(activity: Activity, *, is_own: bool) -> QuerySet[ActivityStep]:
    """Its way; how a state reviewed it before sending it is that state's own."""
    rows = activity.steps.select_related("made_by")
    return rows if is_own else rows.exclude(move__in=BEFORE_IT_IS_SENT)


def _may_write(reading: Reading, status: Status, desks: frozenset[Desk]) -> bool:
    return (
        status.may_be_written and bool(OWN & desks) and reading.viewer.may(Permission.COMPACT_ACT)
    )


def _may_follow(
    reading: Reading, activity: Activity, desks: frozenset[Desk], field: ContentField
) -> bool:
    """Whether the viewer's side may still send the document after what it has sent."""
    is_sent = activity.event_id is not None and activity.status != Status.WITHDRAWN
    may_attach = bool(OWN & desks) and reading.viewer.may(Permission.COMPACT_ACT)
    return is_sent and may_attach and reading.viewer.may_category(Category(field.category))


def _is_by(reading: Reading, activity: Activity) -> bool:
    """Whether the viewer writes it: what he says is not kept from him until it is sent."""
    return reading.viewer.user is not None and activity.author_id == reading.viewer.user.pk


def _said(reading: Reading, activity: Activity, field: ContentField, *, is_author: bool) -> Said:
    if not _is_open(reading, field, is_author=is_author):
        return Said(field, None, is_withheld=True)
    return Said(field, activity.content.get(field.name), is_withheld=False)


def _is_open(reading: Reading, field: ContentField | None, *, is_author: bool) -> bool:
    if field is None:
        return False
    category = Category(field.category)
    if is_author:
        reading.seen.categories.add(category.value)
        return True
    return reading.sees_category(category)
