"""In which order the people found are shown, and page by page."""

from datetime import date

import pytest

from offenders.models import Person
from offenders.selectors.search import SearchCriteria
from tests import factories
from tests.offenders.search.crowd import copy_names, found

pytestmark = pytest.mark.django_db


@pytest.fixture
def smiths() -> dict[str, Person]:
    born = {"Zoe": date(1960, 1, 1), "Adam": date(1990, 1, 1), "Mia": date(1975, 1, 1)}
    return {
        first: factories.person(first, last_name="Smith", birth_date=day)
        for first, day in born.items()
    }


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("name", ["Adam", "Mia", "Zoe"]),
        ("birth_date", ["Zoe", "Mia", "Adam"]),
        ("match", ["Adam", "Mia", "Zoe"]),
    ],
)
@pytest.mark.parametrize(
    "criteria",
    [SearchCriteria(name="Smith"), SearchCriteria(status="parole")],
    ids=["by name", "by status"],
)
def test_people_are_sorted_as_asked(
    criteria: SearchCriteria, sort: str, order: list[str], smiths: dict[str, Person]
) -> None:
    asked = SearchCriteria(name=criteria.name, status=criteria.status, sort=sort)
    assert found(asked) == [smiths[first].pk for first in order]


def test_the_best_match_comes_first_unless_asked_otherwise(smiths: dict[str, Person]) -> None:
    assert found(SearchCriteria(name="Smith, Zoe"))[0] == smiths["Zoe"].pk


def test_office_and_status_keep_others_out(smiths: dict[str, Person]) -> None:
    office = factories.office()
    zoe = smiths["Zoe"]
    Person.objects.filter(pk=zoe.pk).update(office=office, status="prison")
    assert found(SearchCriteria(name="Smith", office_id=office.pk)) == [zoe.pk]
    assert found(SearchCriteria(name="Smith", status="prison")) == [zoe.pk]
    assert found(SearchCriteria(office_id=office.pk, status="parole")) == []


def test_pages_follow_each_other_without_gap_or_repetition() -> None:
    keys = copy_names([("Doe", "Dana")] * 60)
    pages = [found(SearchCriteria(name="Doe, Dana", page=page)) for page in (1, 2, 3)]
    assert [len(page) for page in pages] == [25, 25, 10]
    assert sorted(sum(pages, [])) == keys


def test_a_page_beyond_the_last_is_the_last() -> None:
    copy_names([("Doe", "Dana")] * 26)
    assert len(found(SearchCriteria(name="Doe, Dana", page=99))) == 1


def test_nothing_asked_finds_nobody() -> None:
    factories.person()
    assert found(SearchCriteria()) == []
