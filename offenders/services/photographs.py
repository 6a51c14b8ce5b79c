"""Photographs: taken in only if they are pictures, and stored without what cameras add."""

from datetime import date
from io import BytesIO
from typing import BinaryIO
from uuid import UUID, uuid4

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image, ImageOps, UnidentifiedImageError

from offenders.models import Photograph
from offenders.services.facts import add_fact
from offenders.services.refusals import Objection, RefusedError
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.core.uploads.errors import UploadRefusedError
from ots.core.uploads.intake import take_in
from ots.core.uploads.kinds import JPEG, PNG

FORMATS = ("JPEG", "PNG")
LARGEST_FILE = 5 * 1024 * 1024
LARGEST_PIXELS = 40_000_000
SMALLEST_SIDE = 100
STORED_SIDE = 1200
JPEG_QUALITY = 88


def add_photograph(
    viewer: Viewer,
    person_id: int,
    *,
    upload: BinaryIO,
    taken_on: date,
    token: UUID | None = None,
) -> Photograph:
    """Store a photograph of the person's face; refused unless it is a real JPEG or PNG."""
    viewer.require(Permission.PERSON_RECORD)
    event = Event.PHOTO_ADDED

    def write() -> Photograph:
        if taken_on > timezone.localdate():
            raise RefusedError(Objection("taken_on", "It cannot be taken on a day still to come."))
        # The name says nothing about the person: names of files end up in logs.
        image = ContentFile(clean_jpeg(upload), name=f"{uuid4().hex}.jpg")
        return add_fact(
            viewer, Photograph, person_id=person_id, event=event, taken_on=taken_on, image=image
        )

    return once(token, event, Photograph, write)


def clean_jpeg(upload: BinaryIO) -> bytes:
    """Return the picture drawn anew as a JPEG: no metadata, nothing hidden behind the picture."""
    try:
        taken = take_in(upload, allowed=(JPEG, PNG), largest=LARGEST_FILE)
    except UploadRefusedError as error:
        raise _refused(str(error)) from error
    picture = _opened(taken.content)
    if min(picture.size) < SMALLEST_SIDE:
        raise _refused(f"The picture is too small: at least {SMALLEST_SIDE} pixels a side.")
    upright = ImageOps.exif_transpose(picture).convert("RGB")
    upright.thumbnail((STORED_SIDE, STORED_SIDE))
    drawn = Image.new("RGB", upright.size)
    drawn.paste(upright)
    stored = BytesIO()
    drawn.save(stored, "JPEG", quality=JPEG_QUALITY)
    return stored.getvalue()


def _opened(content: bytes) -> Image.Image:
    try:
        picture = Image.open(BytesIO(content), formats=FORMATS)
        if picture.width * picture.height > LARGEST_PIXELS:
            raise _refused("The picture has too many pixels: choose a smaller one.")
        picture.load()
    except (
        UnidentifiedImageError,
        Image.DecompressionBombError,
        OSError,
        SyntaxError,
        ValueError,
    ) as error:
        raise _refused("This is not a readable JPEG or PNG picture.") from error
    return picture


def _refused(message: str) -> RefusedError:
    return RefusedError(Objection("image", message))
