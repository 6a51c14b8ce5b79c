"""Finding with a date of birth, right or written down wrongly."""

from datetime import date

import pytest

from offenders.models import Person
from offenders.selectors.search import SearchCriteria
from tests import factories
from tests.offenders.search.crowd import first_row, found

BORN = date(1984, 5, 7)


@pytest.fixture
def john(db: None) -> Person:
    """One of several John Smiths."""
    for year in (1951, 1962, 1973, 1999):
        factories.person("John", last_name="Smith", birth_date=date(year, 1, 2))
    return factories.person("John", last_name="Smith", birth_date=BORN)


def test_only_those_born_about_then_are_found(john: Person) -> None:
    assert found(SearchCriteria(name="Smith, John", born=BORN)) == [john.pk]


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (date(1984, 5, 8), "birth date 1 day off"),
        (date(1984, 5, 5), "birth date 2 days off"),
        (date(1984, 7, 5), "birth day and month swapped"),
        (date(1984, 5, 17), "birth date one digit off"),
        (date(1984, 6, 7), "birth date one digit off"),
        (date(1985, 5, 7), "birth year one off"),
        (date(1982, 5, 7), "birth year 2 off"),
        (date(1994, 5, 7), "birth year 10 off"),
        (date(1985, 11, 20), "birth date within two years"),
    ],
)
def test_a_birth_date_written_down_wrongly_finds_and_says_so(
    asked: date, reason: str, john: Person
) -> None:
    row = first_row(SearchCriteria(name="Smith, John", born=asked))
    assert row.person.pk == john.pk
    assert row.why == (reason,)


def test_the_exact_day_comes_first(john: Person) -> None:
    off = factories.person("John", last_name="Smith", birth_date=date(1984, 5, 8))
    assert found(SearchCriteria(name="Smith, John", born=BORN)) == [john.pk, off.pk]


def test_somebody_without_a_birth_date_on_record_is_not_lost(john: Person) -> None:
    unknown = factories.person("John", last_name="Smith", birth_date=None)
    assert found(SearchCriteria(name="Smith, John", born=BORN)) == [john.pk, unknown.pk]


def test_the_right_day_makes_up_for_a_badly_written_name(john: Person) -> None:
    zbigniew = factories.person("Zbigniew", last_name="Brzezinski", birth_date=BORN)
    assert found(SearchCriteria(name="Brezinky Zbignev", born=BORN)) == [zbigniew.pk]


def test_a_last_name_with_a_birth_date_is_enough(john: Person) -> None:
    assert found(SearchCriteria(name="Smith", born=BORN)) == [john.pk]


def test_a_birth_date_alone_finds_those_born_then_before_those_nearly_so(john: Person) -> None:
    nearly = factories.person("Ann", last_name="Able", birth_date=date(1984, 7, 5))
    assert found(SearchCriteria(born=BORN)) == [john.pk, nearly.pk]


def test_a_span_of_birth_dates_takes_both_ends_and_nothing_beyond(john: Person) -> None:
    assert found(SearchCriteria(name="smith", born_from=BORN, born_to=BORN)) == [john.pk]
    assert found(SearchCriteria(name="smith", born_from=BORN, born_to=date(1984, 12, 31))) == [
        john.pk
    ]
    assert (
        found(SearchCriteria(name="smith", born_from=date(1984, 5, 8), born_to=date(1990, 1, 1)))
        == []
    )


def test_a_span_alone_lists_by_name(john: Person) -> None:
    able = factories.person("Ann", last_name="Able", birth_date=date(1984, 12, 31))
    criteria = SearchCriteria(born_from=date(1984, 1, 1), born_to=date(1984, 12, 31))
    assert found(criteria) == [able.pk, john.pk]


@pytest.mark.parametrize("asked", [date(1850, 1, 1), date(2024, 2, 29), date(1999, 12, 31)])
def test_any_day_of_the_calendar_can_be_asked_for(asked: date, john: Person) -> None:
    assert found(SearchCriteria(name="Smith, John", born=asked)) is not None
