"""Whatever is put in: an answer, or one line that names the place; never a failure."""

import json
import logging
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.law import strategies
from timecomp.law.case_fields import CaseFileError
from timecomp.law.case_json import case_to_json, result_to_json
from timecomp.law.case_text import LONGEST_REASON, cases_of
from timecomp.law.credit_months import credit_months
from timecomp.law.facts import Case
from timecomp.law.picture import picture
from timecomp.law.worksheet import worksheet
from timecomp.management.explanation import explanation
from timecomp.selectors.evaluation import evaluate_case, has_failed

MANY = settings(suppress_health_check=list(HealthCheck), deadline=None)
SENTENCE = {
    "id": "A",
    "offense": {"code": "750.529", "date": "1990-05-01"},
    "sentenced_on": "1990-08-15",
    "kind": "indeterminate",
    "minimum": {"years": 5},
    "maximum": {"years": 20},
}
numbers = st.sampled_from([0, -1, 2**63, 10**400, 1.5, -0.0, 1e308, 2.0, 12, 366_000, 999])
words = st.text(max_size=8) | st.sampled_from(["\ud800", "\x00", "life", "A", "750.529", "x" * 500])
far_days = st.sampled_from(
    ["0001-01-01", "0001-12-31", "9999-12-31", "9998-01-01", "1582-10-10", "2000-02-29"]
)
odd = st.none() | st.booleans() | numbers | words | far_days
anything = st.recursive(
    odd,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)


def answered(content: bytes) -> str:
    """What comes of the bytes: the results as text, or the one line that refuses them."""
    try:
        cases = cases_of(content)
    except CaseFileError as error:
        line = str(error)
        assert "\n" not in line
        assert 0 < len(line) <= LONGEST_REASON + 2
        line.encode()
        return line
    return "".join(told(case) for case in cases)


def told(case: Case) -> str:
    """Every outlet of one case."""
    result = evaluate_case(case, trace=True)
    assert not has_failed(result), result.exceptions
    explanation(worksheet(result)).encode()
    credit_months(case, result)
    drawn = picture(case, result)
    assert drawn is None or drawn.first <= drawn.last and drawn.ticks is not None
    return json.dumps(result_to_json(result))


def places(value: object) -> Iterator[tuple[dict[str, object] | list[object], object]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for key, held in list(inside):
        yield value, key
        if isinstance(held, dict | list):
            yield from places(held)


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A defect is logged with its traceback; none may be."""
    with caplog.at_level(logging.ERROR):
        yield
    assert [record.message for record in caplog.records] == []


@MANY
@given(st.binary(max_size=60))
def test_bytes_of_any_kind_are_answered(content: bytes) -> None:
    assert answered(content) or content.strip() == b"[]"


@MANY
@given(anything)
def test_json_of_any_kind_is_answered(document: object) -> None:
    answered(json.dumps(document).encode())


@MANY
@given(strategies.wild_cases(), st.data())
def test_a_case_with_one_thing_wrong_is_answered(drawn: Case, data: st.DataObject) -> None:
    document = json.loads(json.dumps(case_to_json(drawn)))
    place, key = data.draw(st.sampled_from(list(places(document))))
    place[key] = data.draw(anything)
    answered(json.dumps(document).encode())


@MANY
@given(strategies.wild_cases(), st.data())
def test_a_case_with_far_days_is_answered(drawn: Case, data: st.DataObject) -> None:
    document = json.loads(json.dumps(case_to_json(drawn)))
    days = [(place, key) for place, key in places(document) if is_day(place[key])]
    for place, key in data.draw(st.lists(st.sampled_from(days), min_size=1, max_size=4)):
        place[key] = data.draw(far_days)
    answered(json.dumps(document).encode())


def is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(date.fromisoformat(value))
    except ValueError:
        return False


@MANY
@given(st.lists(st.tuples(st.sampled_from("ABC"), st.sets(st.sampled_from("ABC"))), max_size=4))
@example([("A", {"B"}), ("B", {"A"})])
@example([("A", {"A"})])
def test_sentences_that_follow_each_other_in_a_circle_are_answered(
    ties: list[tuple[str, set[str]]],
) -> None:
    sentences = [{**SENTENCE, "id": id, "consecutive_to": sorted(after)} for id, after in ties]
    answered(json.dumps({"id": "x", "sentences": sentences}).encode())


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"[" * 100_000, "is not a case file"),
        (b'{"a":' * 100_000, "is not a case file"),
        (b"9" * 5000, "is not a case file"),
        (b'{"id": NaN}', "NaN is no number"),
        (json.dumps({"id": "\ud800", "sentences": [SENTENCE]}).encode(), "[0].id: holds half"),
        (
            json.dumps({"id": "x", "sentences": [SENTENCE, SENTENCE]}).encode(),
            "[0].sentences[0].id: [A] is used by two sentences",
        ),
        (
            json.dumps({"id": "x" * 9000, "as_of": "y" * 9000, "sentences": [SENTENCE]}).encode(),
            "[0].as_of: [yyy",
        ),
    ],
    ids=["deep list", "deep object", "huge number", "NaN", "half character", "twice", "long"],
)
def test_what_is_refused_is_refused_by_name_and_place(content: bytes, told: str) -> None:
    assert told in answered(content)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_case_at_the_edge_of_the_calendar_is_left_to_a_person(day: str) -> None:
    sentence = {**SENTENCE, "sentenced_on": day, "jail_credit_days": 400}
    content = json.dumps({"id": "x", "sentences": [sentence]}).encode()
    assert json.loads(answered(content))["exceptions"]
