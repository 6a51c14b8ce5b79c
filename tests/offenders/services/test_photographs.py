"""Photographs are drawn anew: nothing that came with the file stays in it."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from offenders.services.photographs import STORED_SIDE, clean_jpeg
from offenders.services.refusals import RefusedError


def jpeg(size: tuple[int, int] = (200, 240), *, exif: Image.Exif | None = None) -> BytesIO:
    drawn = BytesIO()
    Image.new("RGB", size, "grey").save(drawn, "JPEG", exif=exif or Image.Exif())
    drawn.seek(0)
    return drawn


def test_metadata_is_dropped() -> None:
    exif = Image.Exif()
    exif[0x010E] = "taken at 12 Elm Street"
    cleaned = clean_jpeg(jpeg(exif=exif))
    assert b"Elm Street" not in cleaned
    assert not Image.open(BytesIO(cleaned)).getexif()


def test_a_picture_with_something_hidden_behind_it_is_refused() -> None:
    upload = BytesIO(jpeg().getvalue() + b"<script>alert(1)</script>")
    with pytest.raises(RefusedError, match="behind the end"):
        clean_jpeg(upload)


def test_a_picture_lying_on_its_side_is_turned_up() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    assert Image.open(BytesIO(clean_jpeg(jpeg((300, 200), exif=exif)))).size == (200, 300)


def test_a_large_picture_is_made_smaller() -> None:
    stored = Image.open(BytesIO(clean_jpeg(jpeg((3000, 2000)))))
    assert max(stored.size) == STORED_SIDE


def test_too_many_pixels_are_refused_before_they_are_read() -> None:
    drawn = BytesIO()
    Image.new("1", (7000, 7000)).save(drawn, "PNG")
    drawn.seek(0)
    with pytest.raises(RefusedError, match="too many pixels"):
        clean_jpeg(drawn)


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n"]))
def test_no_bytes_whatever_break_it(content: bytes, start: bytes) -> None:
    with pytest.raises(RefusedError):
        clean_jpeg(BytesIO(start + content))
