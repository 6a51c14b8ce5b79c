"""Uploads: what a file is by its content, nothing hidden in it, and looked through for malware."""

import io
import socket
import struct
import threading
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from ots.core.uploads.errors import UploadRefusedError
from ots.core.uploads.intake import take_in
from ots.core.uploads.kinds import JPEG, MEGABYTE, PDF, PNG
from ots.core.uploads.scanners import TRIAL

PAPER = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def picture(kind: str) -> bytes:
    drawn = io.BytesIO()
    Image.effect_noise((160, 160), 60).save(drawn, kind)
    return drawn.getvalue()


def archive() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        # Its day is set: every worker has to find the same tests under the same names.
        made.writestr(zipfile.ZipInfo("page.html", (2026, 11, 22, 9, 30, 0)), "<p>hello")
    return packed.getvalue()


def taken(content: bytes, *allowed):
    kinds = allowed or (JPEG, PNG)
    return take_in(io.BytesIO(content), allowed=kinds, largest=MEGABYTE)


@pytest.mark.parametrize(("name", "kind"), [("JPEG", JPEG), ("PNG", PNG)])
def test_a_plain_picture_is_taken_in_as_what_it_is(name, kind):
    assert taken(picture(name)).kind is kind


def test_a_plain_document_is_taken_in_where_documents_are_allowed():
    assert taken(PAPER, PDF).kind is PDF


@pytest.mark.parametrize(
    "content",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<!doctype html><p>hello",
        b"GIF89a" + b"\0" * 40,
        archive(),
        PAPER,
        b"\x7fELF" + b"\0" * 60,
        b"\xff\xd8 not a picture at all",
    ],
)
def test_what_is_no_picture_is_refused_whatever_its_name(content):
    with pytest.raises(UploadRefusedError, match="not a readable JPEG picture or PNG"):
        taken(content)


@pytest.mark.parametrize("name", ["JPEG", "PNG"])
@pytest.mark.parametrize("more", [archive(), b"<html>", PAPER, b"MZ\x90 program"])
def test_a_picture_with_another_file_behind_it_is_refused(name, more):
    with pytest.raises(UploadRefusedError):
        taken(picture(name) + more)


def test_a_picture_with_a_page_in_its_remarks_is_refused():
    remark = b"\xff\xfe" + struct.pack(">H", 2 + 25) + b"<script>alert(1)</script>"
    plain = picture("JPEG")
    with pytest.raises(UploadRefusedError, match="second one of another kind"):
        taken(plain[:2] + remark + plain[2:])


def test_an_archive_whose_end_looks_like_a_pictures_is_refused():
    with pytest.raises(UploadRefusedError, match="second one of another kind"):
        taken(_with_remark(picture("JPEG") + archive(), b"\xff\xd9"))


def _with_remark(content: bytes, remark: bytes) -> bytes:
    """Give the archive at the end a remark, which stands behind all else."""
    return content[:-2] + struct.pack("<H", len(remark)) + remark


def test_a_file_that_is_too_large_is_refused_unread():
    class Endless(io.RawIOBase):
        asked = 0

        def read(self, size=-1):
            self.asked = size
            return b"x" * size

    endless = Endless()
    with pytest.raises(UploadRefusedError, match="larger than 1 MB"):
        take_in(endless, allowed=(JPEG,), largest=MEGABYTE)
    assert endless.asked == MEGABYTE + 1


def test_an_empty_file_is_refused():
    with pytest.raises(UploadRefusedError, match="empty"):
        taken(b"")


@given(st.binary(max_size=400))
def test_no_content_whatever_breaks_the_intake(content):
    for begins in (b"", JPEG.begins, PNG.begins):
        try:
            taken(begins + content)
        except UploadRefusedError as refused:
            assert str(refused)


def test_the_scanner_named_by_the_settings_is_asked(settings):
    settings.MALWARE_SCANNER = "ots.core.uploads.scanners.TrialScanner"
    with pytest.raises(UploadRefusedError, match="malware"):
        taken(picture("JPEG") + TRIAL)


@pytest.fixture
def clamd(settings):
    """A socket that speaks clamd's INSTREAM, and finds the trial text."""
    settings.MALWARE_SCANNER = "ots.core.uploads.scanners.Clamd"
    with socket.create_server(("127.0.0.1", 0)) as listening:
        settings.CLAMD_ADDRESS = f"127.0.0.1:{listening.getsockname()[1]}"
        threading.Thread(target=_answer_one, args=(listening,), daemon=True).start()
        yield


def _answer_one(listening):
    connection, _ = listening.accept()
    with connection, connection.makefile("rb") as sent:
        assert sent.read(len(b"zINSTREAM\0")) == b"zINSTREAM\0"
        content = b""
        while length := struct.unpack("!I", sent.read(4))[0]:
            content += sent.read(length)
        found = TRIAL in content
        connection.sendall(b"stream: Eicar-Signature FOUND\0" if found else b"stream: OK\0")


def test_clamd_lets_a_clean_file_pass(clamd):
    assert taken(picture("PNG")).kind is PNG


def test_clamd_keeps_malware_out(clamd):
    with pytest.raises(UploadRefusedError, match="malware"):
        taken(picture("JPEG") + TRIAL)


def test_a_clamd_that_does_not_answer_lets_nothing_pass(settings):
    settings.MALWARE_SCANNER = "ots.core.uploads.scanners.Clamd"
    settings.CLAMD_ADDRESS = "127.0.0.1:9"
    with pytest.raises(UploadRefusedError, match="cannot be looked through"):
        taken(picture("JPEG"))
