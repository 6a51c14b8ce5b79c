"""A packet that leaves is an event in the trail and an entry in the log of disclosures."""

from django.db import transaction

from offenders.selectors.reading import Reading
from ots.access.exports import own_use
from ots.access.permissions import Permission
from ots.audit.disclosures import disclose
from ots.audit.events import Event
from ots.audit.models import Medium
from ots.audit.services import record_view
from supervision.models import Proceeding

DOCUMENT = "violation packet"


@transaction.atomic
def note_packet(
    reading: Reading, person_id: int, proceeding: Proceeding, *, medium: Medium, content: bytes
) -> None:
    """Record that the packet of a proceeding left, to whom, and what it showed."""
    viewer, shown = reading.viewer, reading.seen.categories
    viewer.require(Permission.VIOLATION_VIEW)
    record_view(
        Event.PACKET_PRINTED,
        actor=viewer.user,
        person_id=person_id,
        categories=shown,
        details={"what": DOCUMENT, "proceeding": proceeding.pk},
        reason=viewer.reasons_for([person_id]),
    )
    disclose(
        viewer.release or own_use(viewer),
        actor=viewer.user,
        people=[person_id],
        categories=shown,
        medium=medium,
        document=DOCUMENT,
        content=content,
    )
