"""What may not be seen may not be searched, sorted or filtered by: the hits would tell."""

from dataclasses import fields
from datetime import date

import pytest

from offenders.choices import IdentifierKind
from offenders.models import PersonName
from offenders.selectors.search.criteria import (
    CRITERIA,
    SORTS,
    SearchCriteria,
    may_search_by,
    may_sort_by,
)
from offenders.selectors.search.results import find_people
from ots.access.categories import Action, Category, category_codename
from ots.access.fields import PLAIN, category_of, declared_fields
from ots.access.permissions import Permission
from ots.access.viewer import NotAllowedError, Viewer, viewer_for
from supervision.selectors.caseload import SORT_READS, caseload
from supervision.selectors.caseload import SORTS as CASELOAD_SORTS
from tests import factories

ASKED = {
    "name": "Doe",
    "number": "412345",
    "number_kind": IdentifierKind.MDOC.value,
    "born": date(1988, 3, 5),
    "born_from": date(1988, 1, 1),
    "born_to": date(1989, 1, 1),
    "office_id": 1,
    "status": "parole",
}


def all_but(hidden):
    """A viewer to whom everything is open but one category."""
    seen = {category_codename(each, Action.VIEW) for each in Category if each != hidden}
    return Viewer(
        user=None,
        codenames=frozenset({*seen, *(permission.codename for permission in Permission)}),
        name=f"all but {hidden}",
    )


def readings(sources):
    """Each way of asking with the category it reads; keys are open to all who may search."""
    categories = {name: category_of(*source) for name, source in sources.items()}
    return [(name, category) for name, category in categories.items() if category != PLAIN]


def test_every_criterion_says_which_field_it_reads():
    assert {each.name for each in fields(SearchCriteria)} - CRITERIA.keys() == {"sort", "page"}


def test_every_criterion_has_an_example_here():
    assert ASKED.keys() == CRITERIA.keys()


def test_every_sort_of_the_caseload_says_which_field_it_reads():
    assert CASELOAD_SORTS.keys() == SORT_READS.keys()


def test_all_parts_of_a_name_are_as_open_as_the_one_that_is_asked():
    parts = ("last_name", "first_name", "middle_name", "suffix")
    assert len({declared_fields(PersonName)[part] for part in parts}) == 1


@pytest.mark.parametrize(("criterion", "category"), readings(CRITERIA))
def test_a_criterion_on_a_hidden_field_is_refused(criterion, category, db):
    viewer = all_but(category)
    assert not may_search_by(viewer, criterion)
    with pytest.raises(NotAllowedError):
        find_people(viewer, SearchCriteria(**{criterion: ASKED[criterion]}))


@pytest.mark.parametrize(("sort", "category"), readings(SORTS))
def test_sorting_by_a_hidden_field_is_refused(sort, category, db):
    viewer = all_but(category)
    assert not may_sort_by(viewer, sort)
    with pytest.raises(NotAllowedError):
        find_people(viewer, SearchCriteria(sort=sort))


@pytest.mark.parametrize(("sort", "category"), readings(SORT_READS))
def test_the_caseload_is_not_sorted_by_a_hidden_field(sort, category, db):
    by_name = caseload(all_but(None), sort="name").query.order_by
    assert caseload(all_but(category), sort=sort).query.order_by == by_name


@pytest.fixture
def numbered(dana):
    factories.add_identifier(dana, kind=IdentifierKind.SSN, value="987654321")
    factories.add_identifier(dana, value="412345")
    return dana


def found(user, **criteria):
    results = find_people(viewer_for(user), SearchCriteria(**criteria))
    return [row.person.pk for row in results.page]


def test_a_social_security_number_finds_nobody_for_one_who_may_not_see_it(paula, numbered):
    assert found(paula, number="987654321") == []


def test_a_social_security_number_finds_the_person_for_one_who_may_see_it(tim, numbered):
    assert found(tim, number="987654321") == [numbered.pk]


def test_another_number_finds_the_person(paula, numbered):
    assert found(paula, number="412345") == [numbered.pk]


def test_a_person_outside_reach_is_not_found(oscar, dana):
    assert found(oscar, name="Doe") == []


def test_a_person_in_reach_is_found(olivia, dana):
    assert found(olivia, name="Doe") == [dana.pk]
