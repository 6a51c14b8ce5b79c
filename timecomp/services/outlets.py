"""What leaves the screen is an event of its own in the trail."""

from ots.access.fields import Seen
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.services import record_view


def note_outlet(viewer: Viewer, person_id: int, *, what: str, form: str, seen: Seen) -> None:
    """Record that a worksheet or a comparison left as a document or a file, and what it showed."""
    record_view(
        Event.WORKSHEET_EXPORTED,
        actor=viewer.user,
        person_id=person_id,
        categories=seen.categories,
        details={"what": what, "form": form},
    )
