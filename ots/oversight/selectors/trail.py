"""Searching the trail: a page at a time from the newest, quick however long the trail is."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.db.models import DateTimeField, ExpressionWrapper, F, Q, Value
from django.utils import timezone

from ots.access.admin.trail import visible_changes
from ots.access.fields import may_access
from ots.access.models import User
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.models import AuditEntry
from ots.audit.services import record, record_view
from ots.audit.terms import hashes_of, read_terms
from ots.oversight.selectors.lines import EntryLine, lines

if TYPE_CHECKING:
    from django.db.models import QuerySet

LINES_A_PAGE = 50
# Sorted by a sum, not by the column: PostgreSQL would otherwise read the whole trail backwards
# until it has met a page of lists with the person, and not ask the index of people.
_SORTED = ExpressionWrapper(F("timestamp") + Value(timedelta(0)), DateTimeField()).desc()


@dataclass(frozen=True, slots=True)
class TrailQuery:
    """What is looked for in the trail; empty parts do not matter."""

    user: str = ""
    person: int | None = None
    event: str = ""
    category: str = ""
    address: str = ""
    request_number: str = ""
    outcome: str = ""
    term: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Before:
    """Where the page before ended: the next begins with what is older."""

    at: datetime
    entry: int

    @classmethod
    def read(cls, text: str) -> "Before | None":
        """Return the place that an address names; nothing for one that is none."""
        moment, _, entry = text.partition("~")
        try:
            return cls(datetime.fromisoformat(moment), int(entry))
        except ValueError:
            return None

    def __str__(self) -> str:
        """Write the place for an address."""
        return f"{self.at.isoformat()}~{self.entry}"


@dataclass(frozen=True, slots=True)
class TrailPage:
    """A page of the trail, and where the next begins."""

    lines: list[EntryLine]
    next: str


def search_trail(viewer: Viewer, query: TrailQuery, *, before: Before | None = None) -> TrailPage:
    """Return a page of the entries that fit, newest first, and record the look."""
    viewer.require(Permission.AUDIT_VIEW)
    page = _page(viewer, query, before)
    record_view(
        Event.TRAIL_READ,
        actor=viewer.user,
        person_id=query.person,
        details={"asked": ", ".join(asked(query)), "shown": len(page.lines)},
    )
    return page


def trail_of_person(viewer: Viewer, person_id: int, *, before: Before | None = None) -> TrailPage:
    """Return who looked at or changed a person's record, newest first, and record the look."""
    viewer.require(Permission.PERSON_TRAIL)
    page = _page(viewer, TrailQuery(person=person_id), before)
    record_view(Event.TRAIL_READ, actor=viewer.user, person_id=person_id)
    return page


@dataclass(frozen=True, slots=True)
class EntryRead:
    """One entry whole: its line, its changes as the viewer may see them, its details."""

    line: EntryLine
    changes: dict[str, str]
    details: dict[str, object]


def entry_read(viewer: Viewer, entry: int) -> EntryRead | None:
    """Return one entry, and record the look; nothing when there is none."""
    viewer.require(Permission.AUDIT_VIEW)
    row = _entries(viewer).filter(pk=entry).first()
    if row is None:
        return None
    record_view(
        Event.TRAIL_READ, actor=viewer.user, person_id=row.person_id, details={"entry": entry}
    )
    return EntryRead(lines([row])[0], visible_changes(viewer, row), dict(row.additional_data or {}))


def terms_of(viewer: Viewer, entry: int, *, reason: str) -> dict[str, str]:
    """Open what somebody searched for; that and why is recorded."""
    viewer.require(Permission.AUDIT_VIEW)
    row = _entries(viewer).get(pk=entry)
    record(Event.TERMS_READ, actor=viewer.user, target=row, reason=reason, details={"entry": entry})
    return read_terms(row.sealed_terms) if row.sealed_terms else {}


def matching(viewer: Viewer, query: TrailQuery, *, limit: int) -> list[AuditEntry]:
    """Return the newest entries that fit, as rows."""
    return _matching(viewer, query, None, limit)


def _page(viewer: Viewer, query: TrailQuery, before: Before | None) -> TrailPage:
    rows = _matching(viewer, query, before, LINES_A_PAGE + 1)
    shown = rows[:LINES_A_PAGE]
    more = len(rows) > LINES_A_PAGE
    return TrailPage(lines(shown), str(Before(shown[-1].timestamp, shown[-1].pk)) if more else "")


def _matching(
    viewer: Viewer, query: TrailQuery, before: Before | None, limit: int
) -> list[AuditEntry]:
    entries = _entries(viewer).filter(*_conditions(query))
    if before is not None:
        older = Q(timestamp__lt=before.at) | Q(timestamp=before.at, pk__lt=before.entry)
        entries = entries.filter(older, timestamp__lte=before.at)
    ordered = entries.order_by("-timestamp", "-pk")
    if query.person is None:
        return list(ordered[:limit])
    # Each of the two ways has an index of its own; joined by "or" they have none.
    own = ordered.filter(person_id=query.person)[:limit]
    shown = ordered.filter(people__contains=[query.person]).order_by(_SORTED, "-pk")[:limit]
    both = {row.pk: row for row in [*own, *shown]}
    return sorted(both.values(), key=lambda row: (row.timestamp, row.pk), reverse=True)[:limit]


def _entries(viewer: Viewer) -> "QuerySet[AuditEntry]":
    every: QuerySet[AuditEntry] = AuditEntry.objects.select_related("actor", "content_type").defer(
        "serialized_data", "changes_text", "digest"
    )
    return every if may_access(viewer, AuditEntry, "event") else every.none()


def _conditions(query: TrailQuery) -> list[Q]:
    exact = {
        "event": query.event,
        "remote_addr": query.address,
        "cid": query.request_number,
        "outcome": query.outcome,
    }
    found = [Q(**{name: value}) for name, value in exact.items() if value]
    if query.user:
        found.append(Q(actor_id__in=_users(query.user)))
    if query.category:
        found.append(Q(categories__contains=[query.category]))
    if query.term:
        found.append(Q(terms__overlap=hashes_of(query.term)))
    if query.since:
        found.append(Q(timestamp__gte=_midnight(query.since)))
    if query.until:
        found.append(Q(timestamp__lt=_midnight(query.until + timedelta(days=1))))
    return found


def _users(text: str) -> list[int]:
    fits = Q()
    for word in text.split():
        fits &= Q(username__iexact=word) | Q(last_name__iexact=word) | Q(first_name__iexact=word)
    return list(User.objects.filter(fits).values_list("pk", flat=True))


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def asked(query: TrailQuery) -> dict[str, str]:
    """Return the parts of the question that say something; the person and the dates in words."""
    names = TrailQuery.__dataclass_fields__
    return {name: str(getattr(query, name)) for name in names if getattr(query, name)}
