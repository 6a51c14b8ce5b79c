"""Everything that is known to have gone wrong with dates of release has a test.

The modes were gathered from audits, court decisions, news and complaints. A case of a case file
names those it guards against (`failure: [7]`); what no pure case can show is tested elsewhere.
"""

from pathlib import Path

import pytest

from tests.law.case_files import LawCase, all_cases

ROOT = Path(__file__).parents[2]
MODES = {
    1: "wrong dates caused by software, some early and some late",
    2: "a miscoded offense that let a person out early",
    3: "a minimum miscalculated at intake",
    4: "an amended or vacated sentence whose old length was kept",
    5: "a clerical release before either of two sentences had ended",
    6: "a parole discharged in error, and whether a later crime fell on it",
    7: "jail credit on one count only, missing after resentencing, or counted three ways",
    8: "a parole detainer whose date is missing",
    9: "good time by actual service where the whole term counts",
    10: "special good time not applied to the maximum, projected too large, or rescinded",
    11: "a forfeiture on a completed earlier sentence of a string",
    12: "the first sentence of an escape string left open",
    13: "habitual offenders not considered at the net minimum",
    14: "credits of young lifers wiped out by a statute later held invalid",
    15: "felony-firearm years that earn credit, or precede the wrong counts",
    16: "good time on a Proposal B minimum, or Proposal B on a maximum",
    17: "crimes of 1998 to 2000 on or off the list of truth in sentencing",
    18: "the drug law of 2003: crime before, conviction after",
    19: "old drug possession and its five days a month",
    20: "life copied to sibling counts; a stand-in date taken as real",
    21: "the wrong concurrent count taken as controlling",
    22: "parole from another state treated as Michigan's",
    23: "credit twice in a consecutive string",
    24: "jail good time stripped by a court; overcrowding days credited",
    25: "credit waived in a plea and lost on revocation",
    26: "technical violations miscounted",
    27: "the half-way day of probation moved by an extension",
    28: "lengths compared in days",
    29: "versions of rules that drift apart over a whole population",
    30: "restorations of more than a thousand days",
    31: "dead time while another state holds the person",
    32: "paroles that a side system made look lawful",
    33: "leap days, ends of months, empty and overlapping stays, credit beyond the term",
    34: "judgments silent on consecutive terms, or without a statute",
    35: "parole granted and a release date computed after it",
}
ELSEWHERE = {
    1: (
        "tests/timecomp/services/test_computing.py",
        "test_a_corrected_fact_moves_the_dates_and_the_difference_is_kept",
    ),
    20: ("tests/law/test_case_json.py", "test_a_life_maximum_is_a_word"),
    29: (
        "tests/timecomp/services/test_nightly.py",
        "test_a_result_that_differs_by_the_day_alone_is_told_apart_from_an_unexplained_one",
    ),
    32: (
        "tests/law/test_properties_of_order.py",
        "test_every_date_of_a_sentence_comes_from_a_step",
    ),
}


def guarded_against(case: LawCase) -> list[int]:
    return case.asks.get("failure", [])


@pytest.mark.parametrize("number", MODES, ids=lambda number: f"{number}: {MODES[number]}")
def test_what_once_went_wrong_has_a_test(number: int) -> None:
    cases = [case for case in all_cases() if number in guarded_against(case)]
    assert cases or number in ELSEWHERE


@pytest.mark.parametrize(("path", "name"), ELSEWHERE.values())
def test_a_test_that_is_elsewhere_is_there(path: str, name: str) -> None:
    assert f"def {name}(" in (ROOT / path).read_text(encoding="utf-8")


def test_every_mode_that_a_case_names_is_known() -> None:
    assert {number for case in all_cases() for number in guarded_against(case)} <= set(MODES)


def test_the_modes_are_numbered_as_they_were_gathered() -> None:
    assert list(MODES) == list(range(1, 36))
