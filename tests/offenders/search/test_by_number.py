"""Finding by number."""

import pytest

from offenders.models import Identifier, Person
from offenders.selectors.search import RECORD_NUMBER, SearchCriteria
from offenders.services.facts import correct_fact
from tests import factories
from tests.factories.person import RECORDER
from tests.offenders.search.crowd import first_row, found


@pytest.fixture
def dana(db: None) -> Person:
    factories.add_identifier(factories.person("Other"), kind="mdoc", value="999111")
    return factories.person()


def add(person: Person, kind: str, value: str) -> Identifier:
    return factories.add_identifier(person, kind=kind, value=value)


@pytest.mark.parametrize(
    ("kind", "value", "typed"),
    [
        ("mdoc", "284913", "284913"),
        ("mdoc", "284913", "A284913"),
        ("mdoc", "B284913", "284913"),
        ("mdoc", "A284913", "a-284913"),
        ("sid", "MI1234567X", "mi 1234567 x"),
        ("fbi_ucn", "123456AB7", "123456ab7"),
        ("ssn", "987654321", "987-65-4321"),
        ("ssn", "987654321", "987 65 4321"),
        ("driver_license", "D-123-456-789-012", "D123456789012"),
        ("jail", "2026-0042", "20260042"),
    ],
)
def test_a_number_is_found_however_it_is_written(
    kind: str, value: str, typed: str, dana: Person
) -> None:
    add(dana, kind, value)
    assert found(SearchCriteria(number=typed)) == [dana.pk]


def test_the_beginning_of_a_number_is_enough_from_four_signs_on(dana: Person) -> None:
    add(dana, "mdoc", "284913")
    assert found(SearchCriteria(number="2849")) == [dana.pk]
    assert found(SearchCriteria(number="284")) == []


def test_the_whole_number_comes_before_one_that_begins_with_it(dana: Person) -> None:
    longer = factories.person("Longer")
    add(longer, "jail", "28491377")
    add(dana, "mdoc", "284913")
    assert found(SearchCriteria(number="284913")) == [dana.pk, longer.pk]


def test_the_records_own_number_finds_the_person(dana: Person) -> None:
    assert found(SearchCriteria(number=str(dana.pk))) == [dana.pk]
    assert found(SearchCriteria(number=f"OTS{dana.pk}")) == [dana.pk]
    assert first_row(SearchCriteria(number=str(dana.pk))).why == ("record number",)


def test_a_kind_keeps_other_kinds_out(dana: Person) -> None:
    add(dana, "mdoc", "284913")
    assert found(SearchCriteria(number="284913", number_kind="mdoc")) == [dana.pk]
    assert found(SearchCriteria(number="284913", number_kind="sid")) == []
    assert found(SearchCriteria(number="284913", number_kind=RECORD_NUMBER)) == []


def test_a_number_replaced_since_still_finds_the_person(dana: Person) -> None:
    old = add(dana, "mdoc", "284913")
    correct_fact(RECORDER, old, person_id=dana.pk, reason="Typing error", value="284931")
    assert found(SearchCriteria(number="284913")) == [dana.pk]


def test_a_person_with_two_numbers_alike_is_found_once(dana: Person) -> None:
    add(dana, "mdoc", "284913")
    add(dana, "jail", "284913")
    assert found(SearchCriteria(number="284913")) == [dana.pk]


def test_those_with_the_number_come_before_those_with_the_name(dana: Person) -> None:
    numbered = factories.person("Robert", last_name="Miller")
    add(numbered, "mdoc", "284913")
    assert found(SearchCriteria(name="Doe, Dana", number="284913")) == [numbered.pk, dana.pk]


def test_the_key_of_research_data_leads_to_nobody(dana: Person) -> None:
    add(dana, "study", "STUDY-0001")
    assert found(SearchCriteria(number="STUDY-0001")) == []


@pytest.mark.parametrize("typed", ["9" * 30, "0", "---", "%%%%", "____"])
def test_a_number_nobody_has_finds_nobody(typed: str, dana: Person) -> None:
    assert found(SearchCriteria(number=typed)) == []
