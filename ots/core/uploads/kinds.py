"""What a file is, by its content; its name and what the browser says are never believed."""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Final

import puremagic

from ots.core.uploads.errors import UploadRefusedError

MEGABYTE: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that is taken in, and where one of it ends."""

    name: str
    extension: str
    begins: bytes
    # Where the file's own end is; nothing where it has none.
    ends_after: Callable[[bytes], int | None]


def _end_of_jpeg(content: bytes) -> int | None:
    return _behind_last(content, b"\xff\xd9", more=0)


def _end_of_png(content: bytes) -> int | None:
    # Four bytes of its checksum follow.
    return _behind_last(content, b"IEND", more=4)


def _end_of_pdf(content: bytes) -> int | None:
    return _behind_last(content, b"%%EOF", more=0)


def _behind_last(content: bytes, mark: bytes, *, more: int) -> int | None:
    at = content.rfind(mark)
    return None if at < 0 else at + len(mark) + more


JPEG: Final = Kind("JPEG picture", ".jpg", b"\xff\xd8\xff", _end_of_jpeg)
PNG: Final = Kind("PNG picture", ".png", b"\x89PNG\r\n\x1a\n", _end_of_png)
PDF: Final = Kind("PDF document", ".pdf", b"%PDF-", _end_of_pdf)

BEHIND_ITS_END: Final = (
    "Something stands behind the end of the file (a motion picture, for example): save it anew as "
    "a plain picture or document, and send that."
)
TWO_IN_ONE: Final = "The file holds a second one of another kind: save it anew and send that."

# What other programs look for anywhere in a file: a picture that holds one is two files in one.
FOREIGN: Final = (
    b"Rar!\x1a\x07",
    b"7z\xbc\xaf\x27\x1c",
    b"%PDF-",
    b"<script",
    b"<!doctype html",
    b"<html",
    b"<?php",
)


def kind_of(content: bytes, allowed: tuple[Kind, ...]) -> Kind:
    """Return which of the allowed kinds the content is; refused when it is none of them."""
    kind = next((each for each in allowed if content.startswith(each.begins)), None)
    if kind is None or not _is_found_by_library(content, kind):
        names = " or ".join(each.name for each in allowed)
        raise UploadRefusedError(f"The file is not a readable {names}: choose another.")
    return kind


def refuse_two_in_one(content: bytes, kind: Kind) -> None:
    """Refuse a file that is of another kind at the same time, or hides one behind its end."""
    end = kind.ends_after(content)
    if end is None:
        raise UploadRefusedError(
            f"The file is not a readable {kind.name}, for it breaks off: choose another."
        )
    if content[end:].strip(b"\0\r\n "):
        raise UploadRefusedError(BEHIND_ITS_END)
    lowered = content[len(kind.begins) :].lower()
    for sign in FOREIGN:
        if sign.lower() in lowered:
            raise UploadRefusedError(TWO_IN_ONE)
    if zipfile.is_zipfile(BytesIO(content)):
        raise UploadRefusedError(TWO_IN_ONE)


def _is_found_by_library(content: bytes, kind: Kind) -> bool:
    try:
        guesses = puremagic.magic_string(content)
    except puremagic.PureError:
        return False
    known = {guess.extension for guess in guesses}
    return bool(known & {kind.extension, ".jpeg" if kind is JPEG else kind.extension})
