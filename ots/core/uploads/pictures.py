"""Pictures that are too large for their kind: of bytes, or of points once they are drawn."""

from io import BytesIO
from typing import Final

from PIL import Image, UnidentifiedImageError

from ots.core.uploads.errors import UploadRefusedError
from ots.core.uploads.kinds import JPEG, MEGABYTE, PNG, Kind

LARGEST_PICTURE: Final = 5 * MEGABYTE
LARGEST_PIXELS: Final = 40_000_000
PICTURES: Final = frozenset({JPEG, PNG})


def refuse_swollen_picture(content: bytes, kind: Kind) -> None:
    """Refuse a picture of too many bytes or points; its points are counted without drawing it."""
    if kind not in PICTURES:
        return
    if len(content) > LARGEST_PICTURE:
        raise UploadRefusedError(
            f"The picture is larger than {LARGEST_PICTURE // MEGABYTE} MB: choose a smaller one."
        )
    if _pixels(content) > LARGEST_PIXELS:
        raise UploadRefusedError("The picture has too many pixels: choose a smaller one.")


def _pixels(content: bytes) -> int:
    try:
        with Image.open(BytesIO(content), formats=("JPEG", "PNG")) as picture:
            return picture.width * picture.height
    except (
        UnidentifiedImageError,
        Image.DecompressionBombError,
        OSError,
        SyntaxError,
        ValueError,
    ) as error:
        raise UploadRefusedError("The picture can't be read: choose another.") from error
