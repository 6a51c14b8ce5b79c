"""The offence table: reading codes, choosing the row of the day, and the table's own promises."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timecomp.law.offences import (
    STANDINGS,
    OffenceCode,
    OffenceDataError,
    UnreadableOffenceCode,
    all_offences,
    check_offences,
    normalise_code,
    offence,
)

TODAY = date(2026, 1, 1)


def found(code: str, on: date = TODAY) -> OffenceCode:
    """The row of a code the table is known to have."""
    row = offence(code, on)
    assert row is not None, f"[{code}] has no row on {on}"
    return row


@pytest.mark.parametrize(
    ("written", "normalised"),
    [
        ("750.520b(2)(c)", "750.520B2C"),
        ("750.520B2C", "750.520B2C"),
        ("750.520b2c", "750.520B2C"),
        ("MCL 750.520b", "750.520B"),
        ("M.C.L. 750.520b (2) (c)", "750.520B2C"),
        ("MCLA 750.83", "750.83"),
        ("Mich. Sec. 750.83", "750.83"),
        (" 750.529 ", "750.529"),
        ("333.7401(2)(a)(iv)", "333.74012A4"),
        ("333.74012A4", "333.74012A4"),
        ("333.7403(2)(b)(ii)", "333.74032B2"),
        ("257.625(9)(c)", "257.6259C"),
        ("28.729(1)(a)", "28.7291A"),
        ("750.520b(1)(i)", "750.520B1I"),
        ("750.520b(1)(d)(ii)", "750.520B1D2"),
        ("750.200i(2)(e)", "750.200I2E"),
    ],
)
def test_a_code_is_read_however_it_is_written(written: str, normalised: str) -> None:
    assert normalise_code(written) == normalised


@pytest.mark.parametrize("text", ["", "robbery", "750", "750-529", "750.529;DROP", "750.520b(2"])
def test_text_that_is_no_code_is_refused_by_name(text: str) -> None:
    with pytest.raises(UnreadableOffenceCode, match="not a Michigan offence code"):
        normalise_code(text)


@given(st.sampled_from(all_offences()))
def test_normalising_twice_changes_nothing(row: OffenceCode) -> None:
    assert normalise_code(normalise_code(row.mcl)) == normalise_code(row.mcl)


@given(st.sampled_from(all_offences()))
def test_every_row_is_found_by_its_own_code_on_its_first_and_last_day(
    row: OffenceCode,
) -> None:
    assert offence(row.pacc, row.since or row.until or TODAY) == row
    assert offence(row.pacc, row.until or row.since or TODAY) == row


@pytest.mark.parametrize(
    ("on", "title", "minimum", "maximum"),
    [
        (date(2003, 2, 28), "225 to 650 g", 240, 360),
        (date(2003, 3, 1), "450 to 1,000 g", None, 360),
    ],
)
def test_the_drug_quantities_changed_on_1_march_2003(
    on: date, title: str, minimum: int | None, maximum: int
) -> None:
    row = found("333.7401(2)(a)(ii)", on)
    assert row.title.endswith(title)
    assert (row.mandatory_minimum_months, row.maximum_months) == (minimum, maximum)


@pytest.mark.parametrize(
    ("on", "mandatory", "any_term"),
    [
        (date(1978, 9, 30), True, False),
        (date(1998, 9, 30), True, False),
        (date(1998, 10, 1), False, True),
        (date(2003, 3, 1), False, True),
    ],
)
def test_650_grams_stopped_meaning_mandatory_life_in_1998(
    on: date, *, mandatory: bool, any_term: bool
) -> None:
    row = found("333.7401(2)(a)(i)", on)
    assert (row.mandatory_life, row.life_or_any_term) == (mandatory, any_term)


def test_a_code_has_no_row_before_its_law_was_made() -> None:
    assert offence("750.529a", date(1994, 9, 30)) is None


def test_a_code_has_its_row_from_the_day_its_law_took_effect() -> None:
    assert found("750.529a", date(1994, 10, 1)).title == "Carjacking"


@pytest.mark.parametrize(("on", "years"), [(date(2024, 2, 12), 5), (date(2024, 2, 13), 10)])
def test_possession_by_a_prohibited_person_carries_the_maximum_of_its_day(
    on: date, years: int
) -> None:
    assert found("750.224f", on).maximum_months == 12 * years


@pytest.mark.parametrize(("code", "years"), [("750.227BA", 2), ("750.227BB", 5), ("750.227BC", 10)])
def test_felony_firearm_is_flat_by_earlier_convictions(code: str, years: int) -> None:
    row = found(code)
    assert row.mandatory_minimum_months == row.maximum_months == 12 * years


def test_felony_firearm_without_its_count_gives_no_length() -> None:
    assert found("750.227b(1)").maximum_months is None


def test_a_subsection_without_a_row_is_read_as_its_section() -> None:
    assert found("750.520c(1)(d)").pacc == "750.520C"


def test_a_glued_subsection_of_a_lettered_section_is_read_as_its_section() -> None:
    assert found("750.520C1D").pacc == "750.520C"


def test_a_lettered_section_is_never_read_as_the_section_without_the_letter() -> None:
    assert offence("750.227A", TODAY) is None


def test_a_glued_number_is_never_cut_to_a_shorter_section() -> None:
    assert offence("750.5295", TODAY) is None


def test_a_section_whose_degrees_differ_has_no_row_of_its_own() -> None:
    assert offence("750.110a", TODAY) is None


def test_a_citation_follows_the_statute_where_the_prosecutors_code_kept_the_old_number() -> None:
    assert found("750.81(4)").pacc == "750.813"


def test_an_old_citation_follows_the_numbering_of_its_day() -> None:
    assert found("750.81(4)", date(2016, 7, 24)).pacc == "750.814"


def test_a_prosecutors_code_keeps_its_number() -> None:
    assert found("750.814").mcl == "750.81(5)"


def test_days_and_months_of_a_maximum_are_kept_apart() -> None:
    row = found("750.350a")
    assert (row.maximum_months, row.maximum_days) == (12, 1)


def test_a_93_day_misdemeanor_has_days_and_no_months() -> None:
    row = found("750.81")
    assert (row.maximum_months, row.maximum_days, row.is_misdemeanor) == (
        None,
        93,
        True,
    )


@pytest.mark.parametrize(
    ("code", "listed"),
    [
        ("750.83", True),
        ("750.529", True),
        ("750.227", True),
        ("750.110a(2)", False),
        ("750.193", False),
    ],
)
def test_the_proposal_b_list_names_a_crime_or_does_not(code: str, *, listed: bool) -> None:
    assert found(code).is_proposal_b is listed


def test_a_listing_nobody_has_confirmed_is_left_open() -> None:
    assert found("333.7401(2)(a)(i)").is_proposal_b is None


@pytest.mark.parametrize(
    ("code", "listed"),
    [
        ("257.625(4)(a)", True),
        ("750.317", True),
        ("750.360", False),
        ("333.7403(2)(a)(v)", False),
    ],
)
def test_the_1998_truth_in_sentencing_list_names_a_crime_or_does_not(
    code: str, *, listed: bool
) -> None:
    assert found(code).is_truth_in_sentencing_1998 is listed


@pytest.mark.parametrize(
    ("code", "major"),
    [
        ("333.7401(2)(a)(iv)", True),
        ("333.7403(2)(a)(iv)", True),
        ("333.7403(2)(a)(v)", False),
        ("333.7401(2)(b)(i)", False),
    ],
)
def test_major_controlled_substance_offences_follow_their_definition(
    code: str, *, major: bool
) -> None:
    assert found(code).is_major_controlled_substance is major


@pytest.mark.parametrize(
    "code",
    ["750.316", "750.520b(2)(c)", "750.207(2)(e)", "750.436(2)(e)", "333.17764(7)"],
)
def test_crimes_on_the_department_s_non_parolable_list_are_mandatory_life(
    code: str,
) -> None:
    assert found(code).mandatory_life


def test_life_with_no_confirmed_alternative_is_left_open() -> None:
    assert found("750.327").life_or_any_term is None


def test_every_row_names_its_law_and_how_sure_we_are() -> None:
    assert not [r.pacc for r in all_offences() if not r.citation or r.standing not in STANDINGS]


def test_every_legislated_class_with_a_letter_belongs_to_a_category() -> None:
    assert not [
        r.pacc for r in all_offences() if len(r.offence_class) == 1 and r.category == "none"
    ]


def test_two_rows_of_one_code_on_one_day_are_an_error() -> None:
    row = replace(found("750.529"), since=date(2000, 1, 1), until=date(2000, 12, 31))
    later = replace(row, since=date(2000, 12, 31), until=None)
    with pytest.raises(OffenceDataError, match=r"\[750\.529\].*2000-12-31"):
        check_offences([row, later])


def test_rows_that_follow_each_other_are_no_error() -> None:
    row = replace(found("750.529"), since=date(2000, 1, 1), until=date(2000, 12, 31))
    check_offences([row, replace(row, since=date(2001, 1, 1), until=None)])
