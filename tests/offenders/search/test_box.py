"""Understanding what was typed into the one box."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offenders.selectors.search import NotADateError, Typed, understand

TODAY = date(2026, 11, 21)
BORN = date(1980, 3, 4)


def typed(text: str) -> Typed:
    return understand(text, today=TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "smith 3/4/1980",
        "3/4/1980 smith",
        "smith 03/04/1980",
        "smith 3-4-1980",
        "smith 3.4.1980",
        "smith 1980-03-04",
        "smith 3/4/80",
        "smith 03041980",
        "smith 19800304",
        "smith March 4, 1980",
        "smith mar 4 1980",
        "4 March 1980 smith",
        "smith 4th mar 1980",
        "smith dob 3/4/1980",
        "smith born: 3/4/1980",
    ],
)
def test_a_date_of_birth_is_read_in_its_common_forms(text: str) -> None:
    assert typed(text) == Typed(name="smith", born=BORN)


def test_a_day_that_cannot_be_a_month_is_taken_for_the_day() -> None:
    assert typed("25/3/1980").born == date(1980, 3, 25)


def test_two_digits_of_a_year_mean_the_last_century_unless_the_person_is_ten() -> None:
    assert typed("3/4/05").born == date(2005, 3, 4)
    assert typed("3/4/16").born == date(2016, 3, 4)
    assert typed("3/4/17").born == date(1917, 3, 4)


def test_a_year_beside_a_name_is_the_year_of_birth() -> None:
    assert typed("smith 1980") == Typed(
        name="smith", born_from=date(1980, 1, 1), born_to=date(1980, 12, 31)
    )


def test_a_year_alone_is_a_number() -> None:
    assert typed("1980") == Typed(number="1980")


def test_a_month_and_year_is_that_month() -> None:
    assert typed("smith 2/1980") == Typed(
        name="smith", born_from=date(1980, 2, 1), born_to=date(1980, 2, 29)
    )


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("123456", "123456"),
        ("A123456", "A123456"),
        ("A-123456", "A-123456"),
        ("MDOC 123456", "123456"),
        ("mdoc #123456", "123456"),
        ("123-45-6789", "123-45-6789"),
        ("123 45 6789", "123 45 6789"),
        ("SID: 1234567A", "1234567A"),
        ("#77", "77"),
    ],
)
def test_a_number_is_read_with_or_without_its_kind(text: str, number: str) -> None:
    assert typed(text) == Typed(number=number)


def test_the_records_own_number_is_told_from_others() -> None:
    assert typed("OTS 1000123") == Typed(number="1000123", number_kind="ots")


def test_a_name_and_a_number_are_both_kept() -> None:
    assert typed("Smith, John 123456") == Typed(name="Smith, John", number="123456")


def test_eight_digits_alone_may_be_a_day_or_a_number() -> None:
    assert typed("03041980") == Typed(number="03041980", born=BORN)


def test_a_name_keeps_its_comma_and_marks() -> None:
    assert typed("O'Neil-Smith,  Mary Ann ").name == "O'Neil-Smith, Mary Ann"


@pytest.mark.parametrize("text", ["smith 13/45/1980", "2/30/1980", "smith 1980-13-32"])
def test_a_day_that_does_not_exist_is_said_with_the_right_form(text: str) -> None:
    with pytest.raises(NotADateError, match="is not a date. Write month, day and year"):
        typed(text)


def test_a_day_to_come_is_refused() -> None:
    with pytest.raises(NotADateError, match="is in the future"):
        typed("smith 11/22/2026")


def test_today_is_a_date_of_birth() -> None:
    assert typed("smith 11/21/2026").born == TODAY


@given(st.text(max_size=120))
def test_any_text_is_understood_or_refused_as_a_date(text: str) -> None:
    try:
        typed(text)
    except NotADateError as error:
        assert str(error)
