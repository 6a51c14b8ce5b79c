"""The sheet of conditions leaves the screen: told in the trail and in the log of disclosures."""

from django.db import transaction

from offenders.selectors.reading import Reading
from ots.access.exports import own_use
from ots.audit.disclosures import disclose
from ots.audit.events import Event
from ots.audit.models import Medium
from ots.audit.services import record_view

DOCUMENT = "conditions"


@transaction.atomic
def note_conditions_printed(reading: Reading, person_id: int, content: bytes) -> None:
    """Record that a person's conditions were printed, for whom, and what the sheet shows."""
    viewer, shown = reading.viewer, reading.seen.categories
    record_view(
        Event.CONDITIONS_PRINTED,
        actor=viewer.user,
        person_id=person_id,
        categories=shown,
        details={"what": DOCUMENT, "form": Medium.PDF.value},
        reason=viewer.reasons_for([person_id]),
    )
    disclose(
        viewer.release or own_use(viewer),
        actor=viewer.user,
        people=[person_id],
        categories=shown,
        medium=Medium.PDF,
        document=DOCUMENT,
        content=content,
    )
