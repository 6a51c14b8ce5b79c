"""Documents to print: tagged, the same each time, and whatever anybody typed comes out as text."""

import shutil
import subprocess
from datetime import UTC, datetime

import pytest

from ots.core.documents import DocumentError, make_pdf

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)
HOSTILE = '#panic("no") *bold* _it_ $x$ <tag> @cite \\" \' `code` #read("/etc/passwd") = head'


def worksheet_data(**given: object) -> dict[str, object]:
    return {
        "title": "Worksheet",
        "subject": "Somebody",
        "foot": "Printed",
        "facts": [["Person", "Somebody"]],
        "warnings": [],
        "to_settle": [],
        "parts": [],
        **given,
    }


def printed(**given: object) -> str:
    """The words of the document, as a reader of the PDF gets them."""
    pdf = make_pdf("worksheet", worksheet_data(**given), made_at=AT)
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("pdftotext is not installed")
    done = subprocess.run([reader, "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def test_a_document_is_a_tagged_pdf() -> None:
    pdf = make_pdf("worksheet", worksheet_data(), made_at=AT)
    assert pdf.startswith(b"%PDF-")
    assert b"pdfuaid" in pdf
    assert b"/MarkInfo" in pdf


def test_the_same_data_at_the_same_moment_give_the_same_bytes() -> None:
    first, second = (make_pdf("worksheet", worksheet_data(), made_at=AT) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("place", ["subject", "foot"])
def test_markup_in_the_frame_comes_out_as_text(place: str) -> None:
    assert '#panic("no")' in printed(**{place: HOSTILE})


def test_markup_in_a_fact_comes_out_as_text() -> None:
    assert HOSTILE.split("<")[0].strip() in printed(facts=[["Person", HOSTILE]])


def test_markup_in_a_question_comes_out_as_text() -> None:
    words = printed(to_settle=[{"sentence": "#strong[A]", "message": "*x*"}])
    assert "Sentence #strong[A]: *x*" in words


def test_a_word_longer_than_the_page_is_broken_and_none_of_it_lost() -> None:
    words = printed(warnings=["W" * 400])
    assert words.count("W") >= 400


def test_what_no_font_knows_does_not_stop_the_print() -> None:
    assert make_pdf("worksheet", worksheet_data(subject="\ud800 \x00 \u202e x"), made_at=AT)


def test_data_that_the_template_cannot_read_is_told_with_the_name_of_the_template() -> None:
    with pytest.raises(DocumentError, match=r"\[worksheet\] could not be printed"):
        make_pdf("worksheet", {"title": "x"}, made_at=AT)
