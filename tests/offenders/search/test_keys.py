"""The keys of names, which the database writes."""

import pytest
from django.db import connection

from offenders.models import NameKey, NameWord, Person
from offenders.selectors.search import SearchCriteria
from tests import factories
from tests.offenders.search.crowd import copy_names, found

pytestmark = pytest.mark.django_db


def keys(person: Person) -> set[tuple[str, str, str]]:
    rows = NameKey.objects.filter(person=person)
    return set(rows.values_list("last_key", "first_key", "basis"))


def test_a_recorded_name_gets_its_key() -> None:
    assert keys(factories.person("Dana", last_name="Doe")) == {("doe", "dana", "whole")}


def test_a_compound_name_gets_a_key_for_each_part_that_says_something() -> None:
    assert keys(factories.person("Ann", last_name="Van der Berg-Smith")) == {
        ("vanderbergsmith", "ann", "whole"),
        ("berg", "ann", "part"),
        ("smith", "ann", "part"),
    }


def test_a_middle_name_gets_a_key_in_place_of_the_first_but_an_initial_does_not() -> None:
    person = factories.person("Ann", last_name="Doe", middle_name="Marie Q.")
    assert keys(person) == {("doe", "ann", "whole"), ("doe", "marie", "middle")}


def test_names_written_by_copy_are_found() -> None:
    person = Person.objects.create(last_name="Copied", first_name="Row")
    with (
        connection.cursor() as cursor,
        cursor.copy(
            "COPY offenders_personname (person_id, kind, last_name, first_name, middle_name, "
            "suffix, recorded_at, reason, source) FROM STDIN"
        ) as rows,
    ):
        rows.write_row((person.pk, "legal", "Copied", "Row", "", "", "2026-01-01", "", "import"))
    assert found(SearchCriteria(name="Copied, Row")) == [person.pk]


def test_names_recorded_many_at_once_are_found() -> None:
    keys = copy_names([("Alpha", "Ann"), ("Beta", "Bob"), ("Gamma", "Guy")])
    assert found(SearchCriteria(name="Beta, Bob")) == [keys[1]]


def test_a_word_is_kept_once_however_many_bear_it() -> None:
    for _ in range(3):
        factories.person("Dana", last_name="Doe")
    assert NameWord.objects.filter(part="last", word="doe").count() == 1


def test_a_word_knows_its_sound_and_its_words_with_one_letter_less() -> None:
    factories.person("Dana", last_name="Smith")
    word = NameWord.objects.get(part="last", word="smith")
    assert word.sound == "SM0"
    assert set(word.shortened) == {"smith", "mith", "sith", "smth", "smih", "smit"}
