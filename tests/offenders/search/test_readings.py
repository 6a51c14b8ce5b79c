"""Reading a typed name."""

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from offenders.selectors.search.readings import KEY_LENGTH, name_key, read_name

# What stands in names on Michigan's records: Latin letters with any mark, and punctuation.
LETTERS = st.characters(min_codepoint=0x20, max_codepoint=0x24F)


def pairs(text: str) -> list[tuple[str, str]]:
    return [(reading.last, reading.first) for reading in read_name(text).readings]


def test_with_a_comma_the_last_name_comes_first() -> None:
    assert pairs("Smith, John")[0] == ("smith", "john")


def test_without_a_comma_both_orders_are_tried_the_usual_first() -> None:
    assert pairs("john smith") == [("smith", "john"), ("john", "smith")]


def test_one_word_may_be_either_name() -> None:
    assert pairs("smith") == [("smith", ""), ("", "smith")]


def test_one_word_with_a_comma_is_the_last_name() -> None:
    assert pairs("Smith,") == [("smith", "")]


def test_three_words_may_hold_a_compound_name() -> None:
    assert ("garcialopez", "maria") in pairs("maria garcia lopez")
    assert ("garcialopez", "maria") in pairs("garcia lopez maria")


def test_an_initial_is_never_the_last_name() -> None:
    assert pairs("j smith") == [("smith", "j")]


def test_further_words_are_kept_to_tell_people_apart() -> None:
    assert read_name("Smith, John Quincy").others == ("quincy",)
    assert read_name("john quincy smith").others == ("quincy",)


def test_generations_are_not_part_of_a_name() -> None:
    assert pairs("Smith Jr., John")[0] == ("smith", "john")


@pytest.mark.parametrize("text", ["", "  ", ",", "-", "'", ", ,"])
def test_nothing_to_read_gives_no_reading(text: str) -> None:
    assert read_name(text).readings == ()


@given(st.text(LETTERS, max_size=80))
def test_no_text_breaks_it_and_no_reading_is_empty(text: str) -> None:
    readings = read_name(text).readings
    assert all(reading.last or reading.first for reading in readings)


@pytest.mark.django_db
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(LETTERS, max_size=80))
def test_the_database_makes_the_same_key(text: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name_key(%s)", [text])
        assert cursor.fetchone() == (name_key(text),)


def test_a_very_long_name_is_cut() -> None:
    assert len(name_key("ß" * 60)) == KEY_LENGTH
