"""Attaching a document to an activity."""

from hashlib import sha256
from typing import BinaryIO, Final

from django.db import transaction

from interstate.models import Attachment
from interstate.rules.content import ContentField, ContentType
from interstate.rules.routing import MoveRefusedError, Status
from interstate.selectors.activity_page import OWN
from interstate.selectors.posts import desks_at, seats_of
from interstate.services.drafts import check_reach, locked
from ots.access.permissions import Permission
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.context import occasion
from ots.audit.events import Event as Trail
from ots.audit.services import record
from ots.core.uploads.intake import take_in
from ots.core.uploads.kinds import JPEG, PDF, PNG

LARGEST: Final = 25 * 1024 * 1024
CONTENT_TYPES: Final = {
    JPEG.extension: "image/jpeg",
    PNG.extension: "image/png",
    PDF.extension: "application/pdf",
}


@transaction.atomic
def attach(
    viewer: Viewer, activity_id: int, field: ContentField, *, upload: BinaryIO, name: str
) -> Attachment:
    """Attach a document; one that may follow is taken after sending, too.

    Raises ``UploadRefusedError`` for a file that is not taken in, ``MoveRefusedError`` once sent.
    """
    viewer.require(Permission.COMPACT_ACT)
    activity = locked(activity_id)
    case = activity.case
    check_reach(viewer, case)
    if not OWN & desks_at(seats_of(viewer), activity, case):
        raise NotAllowedError("Only the state whose activity it is attaches documents to it.")
    if Status(activity.status) in {Status.WITHDRAWN, Status.DELETED}:
        raise MoveRefusedError("It was withdrawn: nothing is attached to it any more.")
    if not (field.may_follow or Status(activity.status).may_be_written):
        raise MoveRefusedError(f"[{field.label}] can't be added once the activity was sent.")
    kinds = (JPEG, PNG) if field.type is ContentType.PICTURE else (PDF, JPEG, PNG)
    taken = take_in(upload, allowed=kinds, largest=LARGEST)
    digest = sha256(taken.content).hexdigest()
    with occasion(Trail.COMPACT_ACTIVITY_SAVED.name, person_id=case.person_id):
        kept, _ = Attachment.objects.get_or_create(
            activity=activity,
            label=field.name,
            digest=digest,
            defaults={
                "name": name[:120],
                "content_type": CONTENT_TYPES[taken.kind.extension],
                "content": taken.content,
                "added_by": viewer.user,
            },
        )
    record(Trail.COMPACT_ACTIVITY_SAVED, actor=viewer.user, target=kept, person_id=case.person_id)
    return kept
