"""Case files: what is read, and how a wrong field is named."""

from copy import deepcopy

import pytest

from timecomp.law.case_json import CaseFileError, case_to_json, parse_cases, result_to_json
from timecomp.law.computation import compute
from timecomp.law.facts import AppliesTo, SentenceKind, Term

CASE = {
    "id": "one",
    "sentences": [
        {
            "id": "A",
            "offense": {"code": "750.529", "date": "1996-05-01"},
            "sentenced_on": "1996-10-01",
            "kind": "indeterminate",
            "minimum": {"years": 5},
            "maximum": {"years": 20},
        }
    ],
}


def with_sentence(**fields: object) -> dict[str, object]:
    case = deepcopy(CASE)
    case["sentences"][0].update(fields)
    return case


def with_case(**fields: object) -> dict[str, object]:
    return {**deepcopy(CASE), **fields}


def test_one_case_may_stand_alone() -> None:
    assert parse_cases(CASE) == parse_cases([CASE])


def test_what_is_left_out_takes_its_default() -> None:
    (case,) = parse_cases([CASE])
    sentence = case.sentences[0]
    assert (case.as_of, sentence.jail_credit_days, sentence.habitual) == (None, 0, 0)
    assert sentence.kind is SentenceKind.INDETERMINATE
    assert sentence.maximum == Term(years=20)


def test_a_life_maximum_is_a_word() -> None:
    (case,) = parse_cases(with_sentence(kind="life", maximum="life", minimum=None))
    assert case.sentences[0].maximum == "life"


def test_half_years_become_months() -> None:
    (case,) = parse_cases(with_sentence(minimum={"years": 2.5}))
    assert case.sentences[0].minimum == Term(years=2, months=6)


def test_an_award_applies_to_both_ends_unless_it_says_otherwise() -> None:
    award = {
        "sentence": "A",
        "kind": "special_disciplinary_credit",
        "days": 4,
        "awarded_on": "1997-01-01",
    }
    (case,) = parse_cases(with_case(credit_awards=[award]))
    assert case.credit_awards[0].applies_to is AppliesTo.BOTH


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ("words", "the document: expected a list"),
        ([1], r"\[0\]: expected an object"),
        ([{"sentences": CASE["sentences"]}], r"\[0\]\.id: is missing"),
        ([{"id": "one"}], r"\[0\]\.sentences: is missing or empty"),
        (with_sentence(kind="prison"), r"\[0\]\.sentences\[0\]\.kind: \[prison\] is not one of"),
        (
            with_sentence(sentenced_on="01/10/1996"),
            r"sentences\[0\]\.sentenced_on: .* is not a date",
        ),
        (with_sentence(sentenced_on=None), r"sentenced_on: is missing; give a date"),
        (with_sentence(minimum={"years": "five"}), r"minimum\.years: \[five\] is not a number"),
        (with_sentence(minimum={"years": 1.2}), r"minimum\.years: \[1\.2\] is neither whole years"),
        (with_sentence(minimum={"months": -1}), r"minimum\.months: \[-1\] is no whole number"),
        (with_sentence(minimum=5), r"minimum: expected an object"),
        (with_sentence(jail_credit_days="151"), r"jail_credit_days: \[151\] is no whole number"),
        (with_sentence(jail_credit_days=10**9), r"jail_credit_days: .* is no whole number from 0"),
        (with_sentence(habitual=1), r"habitual: \[1\] is not one of 0, 2, 3, 4"),
        (with_sentence(consecutive_to=["B"]), r"consecutive_to: .* names no other sentence"),
        (with_sentence(consecutive_to="A"), r"consecutive_to: \[A\] is not a list of texts"),
        (with_sentence(consecutive_to=["A"]), r"names no other sentence of the case: \[A\]"),
        (with_sentence(replaces="Z"), r"replaces: \[Z\] names no other sentence"),
        (with_sentence(offense=None), r"offense: is missing; give an object"),
        (
            with_sentence(offense={"code": "robbery", "date": "1996-05-01"}),
            r"offense\.code: \[robbery\]",
        ),
        (
            with_sentence(offense={"code": "750.529", "date": "1996-05-01", "attempt": "no"}),
            r"offense\.attempt: \[no\] is not true or false",
        ),
        (
            with_sentence(
                offense={"code": "750.529", "date": "1996-05-01", "date_to": "1996-04-01"}
            ),
            r"offense\.date_to: .* is before the offense date",
        ),
        (with_case(id=7), r"\[0\]\.id: \[7\] is not a text"),
        (
            with_case(sentences=CASE["sentences"] * 2),
            r"sentences\[0\]\.id: .* used by two sentences",
        ),
        (
            with_case(custody=[{"kind": "jail", "from": "1996-05-03", "to": "1996-05-01"}]),
            r"custody\[0\]\.to: .* before the day the stay began",
        ),
        (
            with_case(custody=[{"kind": "jail", "from": "1996-05-03", "sentence": "Q"}]),
            r"custody\[0\]\.sentence: \[Q\] names no other sentence",
        ),
        (
            with_case(options={"jail_days": "both"}),
            r"options\.jail_days: \[both\] is not one of inclusive, exclusive",
        ),
        (
            with_case(
                parole=[
                    {
                        "released_on": "2001-01-01",
                        "violations": [
                            {
                                "kind": "technical",
                                "declared_on": "2001-05-01",
                                "available_on": "2001-04-01",
                            }
                        ],
                    }
                ]
            ),
            r"parole\[0\]\.violations\[0\]\.available_on: .* before the violation was declared",
        ),
    ],
)
def test_a_wrong_field_is_named_with_its_place(document: object, message: str) -> None:
    with pytest.raises(CaseFileError, match=message) as refused:
        parse_cases(document)
    assert "\n" not in str(refused.value)


def decided(**fields: object) -> dict[str, object]:
    stands = {
        "id": "1",
        "kind": "stands",
        "decided_on": "2026-11-01",
        "reason": "read the judgment",
        "rule": "two_thirds_rule",
        "message": "The minimum is too long.",
    }
    return with_case(decisions=[stands | fields])


def test_a_decision_that_settles_a_question_is_read() -> None:
    (case,) = parse_cases(decided())
    assert case.decisions[0].rule == "two_thirds_rule"


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (
            decided(rule=None, message=None),
            r"\.rule: .* name the rule whose",
        ),
        (decided(message=None), r"message: .* goes with the rule that asked; give both or neither"),
        (
            decided(kind="override", date_name="birthday"),
            r"date_name: \[birthday\] is not one of .*earliest_release_date",
        ),
        (decided(until="2026-10-31"), r"until: .* is before the day it was decided"),
    ],
)
def test_a_decision_that_decides_nothing_is_refused(document: object, message: str) -> None:
    with pytest.raises(CaseFileError, match=message):
        parse_cases(document)


@pytest.mark.parametrize(
    "document",
    [
        with_case(id="\ud800"),
        with_sentence(
            offense={"code": "750.529", "date": "1996-05-01", "flags": ["dwelling", "\udfff"]}
        ),
    ],
)
def test_half_a_character_is_refused(document: object) -> None:
    with pytest.raises(CaseFileError, match="holds half a character"):
        parse_cases(document)


def test_a_case_is_written_as_it_is_read() -> None:
    (case,) = parse_cases(with_sentence(consecutive_to=[]))
    assert parse_cases(case_to_json(case)) == [case]


def test_only_a_case_is_written_as_one() -> None:
    with pytest.raises(TypeError, match="is no case"):
        case_to_json(SentenceKind.JAIL)


def test_a_result_has_the_keys_of_the_contract() -> None:
    written = result_to_json(compute(parse_cases(CASE)[0]))
    assert list(written) == [
        *("id", "as_of", "offender", "sentences", "exceptions", "trace"),
        *("deadlines", "settled", "overrides"),
    ]
    assert list(written["offender"]) == [
        "earliest_release_date",
        "maximum_discharge_date",
        "parole_discharge_date",
        "controlling_minimum",
        "controlling_maximum",
    ]
    assert {"rule", "citation", "sentence", "inputs", "output"} <= set(written["trace"][0])


def test_a_trace_names_its_inputs_as_they_were_written() -> None:
    written = result_to_json(compute(parse_cases(CASE)[0]))
    start = next(step for step in written["trace"] if step["rule"] == "start_single")
    assert start["inputs"] == {"sentenced_on": "1996-10-01", "jail_credit_days": 0}
    assert start["output"] == "1996-10-01"
