"""Beginning a correction: a notice beside the one that was wrong, which stays as it was sent."""

from django.db import transaction

from interstate.models import Activity
from interstate.rules.corrections import MAY_BE_CORRECTED
from interstate.rules.routing import MoveRefusedError, Status
from interstate.rules.vocabulary import EventType
from interstate.services.drafts import start_activity
from ots.access.viewer import NotAllowedError, Viewer


@transaction.atomic
def start_correction(viewer: Viewer, notice: Activity) -> Activity:
    """Begin the correction of a notice that the viewer's state sent, or go on with one begun.

    Raises ``MoveRefusedError`` for what is no notice of a departure or arrival, or was not sent.
    """
    if EventType(notice.kind) not in MAY_BE_CORRECTED or notice.event_id is None:
        raise MoveRefusedError("Only a notice of departure or arrival that was sent is corrected.")
    drafts = notice.corrections.filter(status=Status.DRAFT.value, author=viewer.user)
    if begun := drafts.first():
        return begun
    made = start_activity(viewer, notice.case_id, EventType.NOTICE_CORRECTED, corrects=notice)
    if made.side != notice.side:
        raise NotAllowedError("Only the state that sent a notice corrects it.")
    return made
