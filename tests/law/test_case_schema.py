"""The schema of case files and their reader say the same."""

import copy
import dataclasses
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.law import strategies
from tests.law.case_files import all_cases, iso
from timecomp.law.case_fields import CaseFileError
from timecomp.law.case_json import case_to_json, parse_cases
from timecomp.law.case_schema import case_schema
from timecomp.law.facts import Case

SCHEMA = Draft202012Validator(case_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)
WHOLE_CASES = [each for each in all_cases() if "case" in each.asks]
SENTENCE = {
    "id": "A",
    "offense": {"code": "750.529", "date": "2019-05-01"},
    "sentenced_on": "2020-01-15",
    "kind": "indeterminate",
}
MINIMAL = {"id": "x", "sentences": [SENTENCE]}


def is_read(document: object) -> bool:
    try:
        parse_cases(document)
    except CaseFileError:
        return False
    return True


def changed(*path: object, to: object) -> dict[str, object]:
    """The smallest case with one thing in it changed, made on the way there if need be."""
    document = copy.deepcopy(MINIMAL)
    place = document
    for step in path[:-1]:
        place = place[step] if isinstance(step, int) else place.setdefault(step, {})
    place[path[-1]] = to
    return document


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(case_schema())


@pytest.mark.parametrize("case", WHOLE_CASES, ids=str)
def test_every_case_beside_the_law_has_the_form_of_the_schema(case) -> None:
    assert SCHEMA.is_valid(iso(case.asks["case"]))


@given(strategies.wild_cases())
def test_what_a_case_writes_has_the_form_of_the_schema(drawn: Case) -> None:
    assert SCHEMA.is_valid(case_to_json(drawn))


@given(strategies.wild_cases(), st.data())
def test_what_the_reader_takes_has_the_form_of_the_schema(drawn: Case, data: st.DataObject) -> None:
    document = json.loads(json.dumps(case_to_json(drawn)))
    place, key = data.draw(st.sampled_from(list(_places(document))))
    odd = st.none() | st.booleans() | st.integers() | st.text() | st.just([]) | st.just({})
    place[key] = data.draw(odd | st.sampled_from(["20200101", "2020-02-30", 1.5, "life"]))
    assert SCHEMA.is_valid(document) or not is_read(document)


def _places(value: object):
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for key, held in list(inside):
        yield value, key
        if isinstance(held, dict | list):
            yield from _places(held)


@pytest.mark.parametrize(
    "document",
    [
        changed("id", to=None),
        changed("id", to=""),
        changed("sentences", to=[]),
        changed("sentences", to={}),
        changed("as_of", to="soon"),
        changed("as_of", to="20200101"),
        changed("as_of", to="2020-02-30"),
        changed("sentences", 0, "kind", to="prison"),
        changed("sentences", 0, "sentenced_on", to=20200101),
        changed("sentences", 0, "habitual", to=1),
        changed("sentences", 0, "jail_credit_days", to=-1),
        changed("sentences", 0, "jail_credit_days", to="5"),
        changed("sentences", 0, "jail_credit_days", to=10**30),
        changed("sentences", 0, "minimum", to="life"),
        changed("sentences", 0, "maximum", to="forever"),
        changed("sentences", 0, "minimum", to={"years": 1000}),
        changed("sentences", 0, "minimum", to={"months": 1.5}),
        changed("sentences", 0, "consecutive_to", to="B"),
        changed("sentences", 0, "offense", to={"code": "750.529"}),
        changed("sentences", 0, "offense", "attempt", to="yes"),
        changed("custody", to=[{"kind": "jail"}]),
        changed("custody", to=[{"kind": "moon", "from": "2020-01-01"}]),
        changed("credit_awards", to=[{"sentence": "A", "days": 3}]),
        changed("orders", to=[{"kind": "commutation"}]),
        changed("decisions", to=[{"id": "1", "kind": "stands"}]),
        changed("options", to={"jail_days": "both"}),
        changed("person", to=[]),
        [MINIMAL, 7],
        "case",
    ],
    ids=lambda document: json.dumps(document)[-60:],
)
def test_what_is_wrong_is_refused_by_both(document: object) -> None:
    assert not SCHEMA.is_valid(document)
    assert not is_read(document)


@pytest.mark.parametrize(
    "document",
    [
        MINIMAL,
        [],
        [MINIMAL, MINIMAL],
        changed("custody", to=None),
        changed("person", to={"birth_date": None}),
        changed("sentences", 0, "maximum", to="life"),
        changed("sentences", 0, "minimum", to={"years": 2.5, "months": None}),
        changed("forfeitures", to=[{"sentence": "A", "ordered_on": "2021-01-01"}]),
        changed("a_word_of_your_own", to={"any": "thing"}),
    ],
    ids=lambda document: json.dumps(document)[-60:],
)
def test_what_is_right_is_taken_by_both(document: object) -> None:
    assert SCHEMA.is_valid(document)
    assert is_read(document)


def test_a_fact_of_a_kind_without_a_form_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    odd = dataclasses.make_dataclass("Odd", [("held", bytes)])
    monkeypatch.setattr("timecomp.law.case_schema.Case", odd)
    with pytest.raises(TypeError, match="bytes.* has no form in a case file"):
        case_schema()
