"""Cases of the compact, and the people of two states who work on them."""

from datetime import date, datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

from interstate.choices import Post
from interstate.models import Activity, Attachment, CompactCase, CompactOffice, Delegate
from interstate.rules.content import ContentField, ContentType, gaps
from interstate.rules.vocabulary import EventType
from interstate.services.cases import CaseEntry, open_case
from offenders.models import Person
from ots.access.models import User
from ots.access.viewer import viewer_for

EASTERN = ZoneInfo("America/New_York")


def compact_office(code: str) -> CompactOffice:
    """Return the compact office of a member."""
    return CompactOffice.objects.filter(member=code).order_by("kind").first() or (
        _unknown_member(code)
    )


def post(who: User, code: str, kind: Post = Post.AGENT, **more: object) -> Delegate:
    """Give a user a post in a member's compact office."""
    return Delegate.objects.create(user=who, office=compact_office(code), post=kind, **more)


def compact_case(author: User, person: Person, *, to: str = "OH", **facts: object) -> CompactCase:
    """Open a case of an author with a post in the sending state."""
    values: dict[str, object] = {"supervision_ends_on": date(2030, 5, 1), **facts}
    entry = CaseEntry(
        supervision="parole",
        sending_office=author.delegate.office,
        receiving_office=compact_office(to),
        searched_duplicates=True,
        opened_despite="Another case of the person is wanted.",
        **values,
    )
    return open_case(viewer_for(author), person.pk, entry)


def attach(activity: Activity, label: str) -> Attachment:
    """Attach a document, whatever it says."""
    return Attachment.objects.create(
        activity=activity,
        label=label,
        name=f"{label}.pdf",
        content_type="application/pdf",
        content=label.encode(),
        digest=sha256(label.encode()).hexdigest(),
    )


def complete(activity: Activity) -> Activity:
    """Fill what is still required of a draft, documents and all."""
    kind, traits = EventType(activity.kind), activity.case.traits
    while True:
        labels = set(activity.attachments.values_list("label", flat=True))
        lacking = gaps(kind, activity.content, labels, traits).missing
        if not lacking:
            break
        for each in lacking:
            if each.type.is_attached:
                attach(activity, each.name)
            else:
                activity.content[each.name] = some_value(each)
    activity.save()
    return activity


def some_value(field: ContentField) -> object:
    """Return what suits a field, whatever it says."""
    return {
        ContentType.FLAG: True,
        ContentType.NUMBER: 1,
        ContentType.DAY: "2026-12-01",
        ContentType.CHOICE: next(iter(field.options), ""),
    }.get(field.type, "As told")


def eastern(day: str, hour: int = 9) -> datetime:
    """Return a moment of a day by the compact's clock."""
    return datetime.combine(date.fromisoformat(day), datetime.min.time(), EASTERN).replace(
        hour=hour
    )


def _unknown_member(code: str) -> CompactOffice:
    raise LookupError(f"[{code}] is no member of the compact.")
