"""A case file in bytes: whatever is wrong with it is told in one line."""

import json

import pytest

from timecomp.law.case_fields import CaseFileError
from timecomp.law.case_text import LONGEST_REASON, cases_of, document_of

CASE = {
    "id": "one",
    "sentences": [
        {
            "id": "A",
            "offense": {"code": "750.529", "date": "1996-05-01"},
            "sentenced_on": "1996-10-01",
            "kind": "indeterminate",
        }
    ],
}


def test_a_file_of_one_case_is_read() -> None:
    [case] = cases_of(json.dumps(CASE).encode())
    assert case.id == "one"


def test_a_mark_of_byte_order_does_no_harm() -> None:
    assert document_of(b'\xef\xbb\xbf{"id": "one"}') == {"id": "one"}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xff\xfe", "is not UTF-8 text (byte 0)."),
        (b'{"id": ', "is not JSON: Expecting value at line 1, column 8."),
        (b'{"id": NaN}', "is not a case file: NaN is no number."),
        (b"[" * 100_000, "is not a case file: "),
        (b'{"id": "one"}', "[0].sentences: is missing or empty; give at least one."),
    ],
)
def test_what_is_no_case_file_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(CaseFileError) as refused:
        cases_of(content)
    assert reason in str(refused.value)


def test_a_long_reason_is_cut_short_and_stays_on_one_line() -> None:
    key = "a long name of\nan option " * 50
    sentence = {**CASE["sentences"][0], "replaces": key, "id": key}
    with pytest.raises(CaseFileError) as refused:
        cases_of(json.dumps({**CASE, "sentences": [sentence, sentence]}).encode())
    reason = str(refused.value)
    assert "\n" not in reason
    assert len(reason) <= LONGEST_REASON + 2
