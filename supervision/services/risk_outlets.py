"""Assessments and case plans that leave the screen: told in the trail and in the disclosures."""

from django.db import transaction

from offenders.selectors.reading import Reading
from ots.access.exports import own_use
from ots.audit.disclosures import disclose
from ots.audit.events import Event
from ots.audit.models import Medium
from ots.audit.services import record_view


@transaction.atomic
def note_printed(reading: Reading, person_id: int, *, what: str, content: bytes) -> None:
    """Record that a document about a person left, to whom, and what it showed."""
    viewer, shown = reading.viewer, reading.seen.categories
    record_view(
        Event.RISK_PRINTED,
        actor=viewer.user,
        person_id=person_id,
        categories=shown,
        details={"what": what, "form": Medium.PDF.value},
        reason=viewer.reasons_for([person_id]),
    )
    disclose(
        viewer.release or own_use(viewer),
        actor=viewer.user,
        people=[person_id],
        categories=shown,
        medium=Medium.PDF,
        document=what,
        content=content,
    )
