"""What left the system, and who must be told when it turns out to be wrong."""

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone

from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.disclosures import Purpose
from ots.audit.events import Event
from ots.audit.models import Disclosure
from ots.audit.services import record_view
from ots.oversight.selectors.sent import Sent

if TYPE_CHECKING:
    from django.db.models import QuerySet


def disclosures(
    viewer: Viewer, *, person: int | None = None, since: date | None = None, text: str = ""
) -> "QuerySet[Disclosure]":
    """Return what left, newest first: of one person, since a day, to a recipient."""
    viewer.require(Permission.AUDIT_VIEW)
    record_view(
        Event.TRAIL_READ, actor=viewer.user, person_id=person, details={"disclosures": True}
    )
    return _found(person=person, since=since, text=text)


def disclosures_of_person(
    viewer: Viewer, person: int, *, since: date | None = None, category: str = ""
) -> list[Sent]:
    """Return who received records of the person: since a day, of one category, to correct it."""
    viewer.require(Permission.PERSON_TRAIL)
    found = _found(person=person, since=since, text="")
    if category:
        found = found.filter(categories__contains=[category])
    return [sent(row) for row in found[:500]]


def sent(row: Disclosure) -> Sent:
    """Return a disclosure as it is shown."""
    return Sent(
        at=row.disclosed_at,
        by=str(row.disclosed_by or "The system"),
        recipient=row.recipient,
        agency=" ".join(part for part in (row.recipient_agency, row.recipient_ori) if part),
        authority=row.authority,
        purpose=Purpose(row.purpose).label if row.purpose in Purpose.values else row.purpose,
        reason=row.reason,
        categories=tuple(row.categories),
        medium=row.get_medium_display(),
        document=row.document,
        people=len(row.people),
    )


def _found(*, person: int | None, since: date | None, text: str) -> "QuerySet[Disclosure]":
    rows = Disclosure.objects.select_related("disclosed_by").order_by("-disclosed_at", "-pk")
    if person is not None:
        rows = rows.filter(people__contains=[person])
    if since is not None:
        rows = rows.filter(disclosed_at__gte=timezone.make_aware(datetime.combine(since, time.min)))
    if text:
        rows = rows.filter(Q(recipient__icontains=text) | Q(recipient_agency__icontains=text))
    return rows
