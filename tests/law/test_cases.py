"""Each case beside a statute comes out as its source says."""

import pytest

from tests.law.case_files import LawCase, all_cases, answer, iso

CASES = all_cases()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_law_answers_as_the_source_says(case: LawCase) -> None:
    given = answer(case)
    if "manual" in case.asks:
        assert str(given).startswith("manual: ")
        assert str(case.asks["manual"]) in str(given)
    else:
        assert_holds(iso(case.asks["result"]), given)


def test_no_two_cases_of_a_file_bear_one_name() -> None:
    names = [str(case) for case in CASES]
    assert len(names) == len(set(names))


def assert_holds(expected: object, given: object) -> None:
    """Parts of an object and phrases of a text must be there; anything else must be the same."""
    if isinstance(expected, dict):
        assert isinstance(given, dict)
        for key, value in expected.items():
            assert_holds(value, given[key])
    elif isinstance(expected, list):
        assert isinstance(given, list)
        assert len(given) == len(expected), given
        for one, other in zip(expected, given, strict=True):
            assert_holds(one, other)
    elif isinstance(expected, str) and isinstance(given, str):
        assert expected in given
    else:
        assert given == expected
