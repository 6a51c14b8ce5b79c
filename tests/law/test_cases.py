"""Each case beside a statute comes out as its source says."""

import pytest

from tests.law.case_files import LawCase, all_cases, check

CASES = all_cases()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_law_answers_as_the_source_says(case: LawCase) -> None:
    check(case)


def test_no_two_cases_of_a_file_bear_one_name() -> None:
    names = [str(case) for case in CASES]
    assert len(names) == len(set(names))
