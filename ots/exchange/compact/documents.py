"""The documents that come with a message: looked at like every upload, and kept once."""

from io import BytesIO

from interstate.models import Activity, Attachment
from interstate.rules.content import ContentType, form_of
from interstate.rules.vocabulary import EventType
from interstate.services.attachments import CONTENT_TYPES, LARGEST
from ots.core.uploads.errors import UploadRefusedError
from ots.core.uploads.intake import take_in
from ots.core.uploads.kinds import JPEG, PDF, PNG
from ots.exchange.compact.checking import File, MessageError


def keep_files(activity: Activity, files: tuple[File, ...]) -> None:
    """Keep the files with the activity; one that is there already is left as it is."""
    for place, file in enumerate(files):
        _refuse_unfit(EventType(activity.kind), place, file)
        Attachment.objects.get_or_create(
            activity=activity,
            label=file.label,
            digest=file.digest,
            defaults={
                "name": file.name,
                "content_type": file.media_type,
                "content": file.content,
                "added_by": None,
            },
        )


def _refuse_unfit(kind: EventType, place: int, file: File) -> None:
    field = form_of(kind).field(file.label)
    if field is None or not field.type.is_attached:
        raise MessageError(
            f"[attachments[{place}].label] is [{file.label}]: a {form_of(kind).title.lower()} "
            "brings no such document."
        )
    allowed = (JPEG, PNG) if field.type is ContentType.PICTURE else (PDF, JPEG, PNG)
    try:
        found = take_in(BytesIO(file.content), allowed=allowed, largest=LARGEST)
    except UploadRefusedError as refusal:
        raise MessageError(f"[attachments[{place}].content]: {refusal}") from refusal
    if CONTENT_TYPES[found.kind.extension] != file.media_type:
        raise MessageError(
            f"[attachments[{place}].media_type] is [{file.media_type}], but the content is a "
            f"{found.kind.name}."
        )
