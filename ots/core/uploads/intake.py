"""Taking a file in: every upload of the site goes through ``take_in``."""

import logging
from dataclasses import dataclass
from typing import BinaryIO

from ots.core.uploads.errors import UploadRefusedError
from ots.core.uploads.kinds import MEGABYTE, Kind, kind_of, refuse_two_in_one
from ots.core.uploads.pictures import refuse_swollen_picture
from ots.core.uploads.scanners import scanner

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A file that passed: its content and what it is."""

    content: bytes
    kind: Kind


def take_in(upload: BinaryIO, *, allowed: tuple[Kind, ...], largest: int) -> TakenIn:
    """Return the file's content once it is small enough, of an allowed kind alone, and clean.

    Raises ``UploadRefusedError`` with words for the person who sent it.
    """
    content = upload.read(largest + 1)
    if not content:
        raise UploadRefusedError("The file is empty: choose another.")
    if len(content) > largest:
        raise UploadRefusedError(
            f"The file is larger than {largest // MEGABYTE} MB: choose a smaller one."
        )
    found = scanner().found_in(content)
    if found:
        log.warning("An upload was refused: the scanner found [%s].", found)
        raise UploadRefusedError("The file holds malware and was not taken in. Tell the help desk.")
    kind = kind_of(content, allowed)
    refuse_two_in_one(content, kind)
    refuse_swollen_picture(content, kind)
    return TakenIn(content=content, kind=kind)
