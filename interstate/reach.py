"""How people of compact cases come into reach: an office's users reach those of its cases alone.

Another state's users open the compact's pages about them and nothing else of the record; a closed
case for a number of days more.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from django.apps import apps
from django.db.models import Exists, Model, OuterRef, Q
from django.utils import timezone

from interstate.models import (
    Activity,
    CompactCase,
    CompactEvent,
    CompactObligation,
    PortalEvent,
    SentReminder,
)
from interstate.rules.limits import CLOSED_STAYS_READABLE
from interstate.rules.vocabulary import (
    OVER,
    OWED_TO_VICTIMS,
    TOLD_OF_VICTIMS,
    EventType,
    Side,
    State,
)
from ots.access.holdings import held_by
from ots.access.permissions import Permission
from ots.access.scopes import Condition, Narrow, Way, reach_people_by, reach_rows_by
from ots.access.viewer import Viewer

# What the way opens: the compact's own pages and rows.
COMPACT_ALONE: Final = Narrow(
    frozenset(each for each in Permission if each.codename.startswith("compact."))
    | {Permission.HOME_VIEW},
    app="interstate",
)
# Rows that tell another state of the sending state's victims.
OF_VICTIMS: Final = {
    CompactObligation: Q(key__in=sorted(OWED_TO_VICTIMS)),
    SentReminder: Q(obligation__key__in=sorted(OWED_TO_VICTIMS)),
    CompactEvent: Q(type__in=sorted(TOLD_OF_VICTIMS)),
    PortalEvent: Q(event__type__in=sorted(TOLD_OF_VICTIMS)),
}
CLOSED_POST: Final = "closed"
_POSTS: Final = """
    SELECT 'post', d.office_id::bigint, o.member_id::text,
        CASE WHEN d.is_active THEN '' ELSE 'closed' END, NULL
    FROM interstate_delegate d
    JOIN interstate_compactoffice o ON o.id = d.office_id
    JOIN interstate_member m ON m.code = o.member_id
    WHERE d.user_id = %(user)s AND NOT m.is_ours
"""


def _abroad(viewer: Viewer) -> Q | None:
    """People whom another member sends, or of whom its office was sent something: a case that
    its own state only prepares is nobody else's business (rule 2.101)."""
    if not _offices(viewer) or not viewer.may(Permission.COMPACT_VIEW):
        return None
    # Asked of each person apart: a list of all that was ever sent would be made for every page.
    cases = CompactCase.objects.filter(_of_offices(viewer, ""), person=OuterRef("pk"))
    return Q(Exists(cases))


def _of_own_offices(path: str, of_victims: Q) -> Condition:
    def condition(viewer: Viewer) -> Q | None:
        """Of all cases those of the own offices; ours is one side of every case."""
        if not viewer.posts:
            return None
        if not viewer.may(Permission.COMPACT_VIEW):
            return Q(pk__in=())
        mine = _of_offices(viewer, path)
        if not of_victims:
            return mine
        return mine & (~of_victims | Q(**{f"{path}sending_office__in": _offices(viewer)}))

    return condition


def _of_offices(viewer: Viewer, path: str) -> Q:
    offices = _offices(viewer)
    sent = Q(**{f"{path}receiving_office__in": offices}) & _was_sent(path or "pk")
    return (Q(**{f"{path}sending_office__in": offices}) | sent) & _is_readable(viewer, path)


def _was_sent(path: str = "pk") -> Q:
    """The sending state's office has transmitted something of the case: where it has gone beyond
    its draft that is sure, and only of a draft has it to be looked up."""
    begun = ~Q(
        **{f"{'' if path == 'pk' else path}state__in": (State.DRAFT.value, State.WITHDRAWN.value)}
    )
    sent = Activity.objects.filter(
        case=OuterRef(path.removesuffix("__")), sent_at__isnull=False, side=Side.SENDING.value
    )
    return begun | Q(Exists(sent))


def _is_readable(viewer: Viewer, path: str = "") -> Q:
    """The case goes on, or was closed a short while ago."""
    today = timezone.localdate(viewer.now)
    first_day = viewer.now - timedelta(days=CLOSED_STAYS_READABLE.on(today).amount.count)
    lately = CompactEvent.objects.filter(
        case=OuterRef((path or "pk").removesuffix("__")),
        type=EventType.CASE_CLOSURE_REPLY.value,
        happened_at__gte=first_day,
    )
    goes_on = ~Q(**{f"{path}state__in": OVER})
    closed = Q(**{f"{path}state": State.CLOSED.value})
    return goes_on | (closed & Q(Exists(lately)))


def _path_to_case(model: type[Model]) -> str | None:
    """The shortest way from a row to its case, for every table that tells of one."""
    ways: list[tuple[type[Model], str]] = [(model, "")]
    for each, path in ways:
        if each is CompactCase:
            return path
        known = {found for found, _ in ways}
        ways += [
            (named, f"{path}{name}__") for name, named in _named_by(each) if named not in known
        ]
    return None


def _named_by(model: type[Model]) -> Iterator[tuple[str, type[Model]]]:
    for field in model._meta.local_fields:
        named = field.related_model
        if isinstance(named, type) and named._meta.app_label == COMPACT_ALONE.app:
            yield field.name, named


def _offices(viewer: Viewer) -> list[int]:
    return [post.number for post in viewer.posts if post.note != CLOSED_POST]


held_by(_POSTS)
reach_people_by(
    Way(
        "compact",
        "has a compact case with the own office, whose pages alone open",
        _abroad,
        is_task=True,
        narrow=COMPACT_ALONE,
    )
)
for _model in apps.get_app_config(COMPACT_ALONE.app).get_models():
    if (_path := _path_to_case(_model)) is not None:
        reach_rows_by(_model, _of_own_offices(_path, OF_VICTIMS.get(_model, Q())))
