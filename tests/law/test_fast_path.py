"""The quick way of a large run and the traced way of a worksheet give the same answers."""

from dataclasses import replace

import pytest

from tests.law.case_files import LawCase, all_cases, iso
from timecomp.law.case_json import parse_cases
from timecomp.law.computation import compute

WHOLE = [case for case in all_cases() if "case" in case.asks]


@pytest.mark.parametrize("case", WHOLE, ids=str)
def test_the_trace_changes_no_date_question_or_rule_used(case: LawCase) -> None:
    [facts] = parse_cases(iso(case.asks["case"]))
    assert compute(facts, trace=False) == replace(compute(facts), trace=())


def test_there_are_whole_cases_to_try() -> None:
    assert WHOLE
