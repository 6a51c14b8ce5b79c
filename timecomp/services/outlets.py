"""What leaves the screen is an event of its own in the trail, and in the log of disclosures."""

from collections.abc import Iterable

from django.core import signing
from django.db import transaction

from offenders.selectors.reading import Reading
from ots.access.exports import own_use
from ots.access.fields import Seen
from ots.access.scopes import reaches
from ots.access.viewer import Viewer
from ots.audit.disclosures import disclose
from ots.audit.events import Event
from ots.audit.models import Medium
from ots.audit.services import record_view

TRIED = "timecomp.tried"


@transaction.atomic
def note_outlet(
    reading: Reading, person_id: int, *, what: str, medium: Medium, content: bytes
) -> None:
    """Record that a document or a file about a person left, to whom, and what it showed."""
    viewer, shown = reading.viewer, reading.seen.categories
    record_view(
        Event.WORKSHEET_EXPORTED,
        actor=viewer.user,
        person_id=person_id,
        categories=shown,
        details={"what": what, "form": medium.value},
        reason=viewer.reasons_for([person_id]),
    )
    disclose(
        viewer.release or own_use(viewer),
        actor=viewer.user,
        people=[person_id],
        categories=shown,
        medium=medium,
        document=what,
        content=content,
    )


def told_about(person_id: int, categories: Iterable[str]) -> str:
    """Return, signed, of whom the facts are that a hypothetical case begins with."""
    return signing.dumps([person_id, sorted(categories)], salt=TRIED)


def note_tried_case(viewer: Viewer, about: str, *, medium: Medium, content: bytes) -> None:
    """Record that a case left which began with a person's facts; one typed is about nobody."""
    try:
        person_id, categories = signing.loads(about, salt=TRIED)
    except signing.BadSignature:
        return
    if not reaches(viewer, person_id):
        return
    seen = Seen()
    seen.categories |= set(categories)
    note_outlet(Reading(viewer, seen), person_id, what="case tried", medium=medium, content=content)
