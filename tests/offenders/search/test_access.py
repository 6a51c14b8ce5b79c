"""Who may search whom by what."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from offenders.models import Person
from offenders.selectors.search import (
    CRITERIA,
    SORTS,
    SearchCriteria,
    find_people,
    may_search_by,
    searchable_kinds,
)
from offenders.selectors.search.candidates import MOST_HITS
from ots.access.fields import category_of
from ots.access.models import User
from ots.access.viewer import NOBODY, NotAllowedError, viewer_for
from ots.audit.models import AuditEntry
from tests import factories
from tests.offenders.search.crowd import EVERYONE, copy_names, found

DANA = SearchCriteria(name="Doe, Dana")


def test_an_agent_finds_the_own_people_and_nobody_elses(
    olivia: User, oscar: User, dana: Person
) -> None:
    assert found(DANA, viewer=viewer_for(olivia)) == [dana.pk]
    assert found(DANA, viewer=viewer_for(oscar)) == []


def test_a_supervisor_finds_the_people_of_the_own_office(
    sam: User, ruth: User, dana: Person
) -> None:
    assert found(DANA, viewer=viewer_for(sam)) == [dana.pk]
    assert found(DANA, viewer=viewer_for(ruth)) == []


def test_one_person_given_to_an_agent_is_found(oscar: User, dana: Person) -> None:
    factories.give_person(oscar, dana)
    assert found(DANA, viewer=viewer_for(oscar)) == [dana.pk]


def test_a_court_user_finds_the_people_of_the_own_court(
    courtney: User, dana: Person, danas_case: object
) -> None:
    factories.person()
    assert found(DANA, viewer=viewer_for(courtney)) == [dana.pk]


@pytest.mark.parametrize(
    "criteria",
    [
        SearchCriteria(name="Doe, Dana"),
        SearchCriteria(name="doe"),
        SearchCriteria(name="dana"),
        SearchCriteria(name="Do, Dan"),
        SearchCriteria(status="parole"),
    ],
    ids=str,
)
def test_the_own_person_is_found_though_a_crowd_elsewhere_matches_better(
    criteria: SearchCriteria, olivia: User, lansing: object
) -> None:
    own = factories.person("Danna", last_name="Doee", agent=olivia)
    copy_names([("Doe", "Dana")] * (MOST_HITS + 10))
    assert found(criteria, viewer=viewer_for(olivia)) == [own.pk]


def test_a_number_out_of_reach_finds_nobody(oscar: User, dana: Person) -> None:
    factories.add_identifier(dana, value="284913")
    for number in ("284913", "2849", str(dana.pk)):
        assert found(SearchCriteria(number=number), viewer=viewer_for(oscar)) == []


def test_a_birth_date_out_of_reach_finds_nobody(oscar: User, dana: Person) -> None:
    assert dana.birth_date
    assert found(SearchCriteria(born=dana.birth_date), viewer=viewer_for(oscar)) == []


def test_one_who_may_not_search_is_refused(adam: User) -> None:
    for viewer in (viewer_for(adam), NOBODY):
        with pytest.raises(NotAllowedError, match="person.search"):
            find_people(viewer, DANA)


@pytest.mark.parametrize(
    ("criteria", "message"),
    [
        (SearchCriteria(office_id=1), "searching by office"),
        (SearchCriteria(number="1", number_kind="mdoc"), "searching by MDOC number"),
        (SearchCriteria(number="1", number_kind="ssn"), "searching by Social security number"),
    ],
    ids=["office", "mdoc", "ssn"],
)
def test_a_criterion_that_reads_a_hidden_field_is_refused(
    criteria: SearchCriteria, message: str, vic: User
) -> None:
    with pytest.raises(NotAllowedError, match=message):
        find_people(viewer_for(vic), criteria)


def test_a_hidden_number_finds_nobody_even_if_no_kind_was_named(
    vic: User, paula: User, dana: Person
) -> None:
    factories.add_identifier(dana, kind="ssn", value="987654321")
    factories.add_identifier(dana, kind="mdoc", value="284913")
    assert found(SearchCriteria(number="987654321"), viewer=viewer_for(paula)) == []
    assert found(SearchCriteria(number="284913"), viewer=viewer_for(paula)) == [dana.pk]
    assert found(SearchCriteria(number="284913"), viewer=viewer_for(vic)) == []


def test_the_records_own_number_is_open_to_all_who_search(vic: User, dana: Person) -> None:
    assert found(SearchCriteria(number=str(dana.pk)), viewer=viewer_for(vic)) == [dana.pk]


def test_kinds_of_number_follow_the_role(olivia: User, paula: User, vic: User) -> None:
    assert "ssn" in searchable_kinds(viewer_for(olivia))
    assert "ssn" not in searchable_kinds(viewer_for(paula))
    assert searchable_kinds(viewer_for(vic)) == ()


@pytest.mark.parametrize("source", [*CRITERIA.values(), *SORTS.values()], ids=str)
def test_every_criterion_reads_a_field_in_a_category(source: tuple[type[Person], str]) -> None:
    assert category_of(*source)


def test_a_criterion_closes_with_the_category_of_its_field(vic: User) -> None:
    viewer = viewer_for(vic)
    open_to_vic = {name for name in CRITERIA if may_search_by(viewer, name)}
    assert set(CRITERIA) - open_to_vic == {"office_id"}


def test_a_row_shows_only_what_the_viewer_may_see(vic: User, dana: Person) -> None:
    results = find_people(viewer_for(vic), DANA)
    assert str(results.page.object_list[0].person.office) == "Withheld"
    assert not results.shows_office


def test_the_trail_tells_who_was_shown_and_by_what_but_not_what_was_typed(
    olivia: User, dana: Person
) -> None:
    find_people(viewer_for(olivia), SearchCriteria(name="Doe, Dana", born=dana.birth_date))
    entry = AuditEntry.objects.get(event="PERSON_SEARCHED")
    assert entry.actor == olivia
    assert entry.additional_data == {
        "criteria": ["name", "born"],
        "hits": 1,
        "page": 1,
    }
    assert entry.people == [dana.pk]


Search = Callable[[], object]


def queries_of(search: Search) -> int:
    with CaptureQueriesContext(connection) as captured:
        search()
    return len(captured)


@pytest.mark.parametrize(
    "criteria",
    [
        DANA,
        SearchCriteria(name="doe"),
        SearchCriteria(status="none"),
        SearchCriteria(name="doe", number="1234"),
    ],
    ids=str,
)
def test_the_number_of_queries_does_not_grow_with_the_number_found(
    criteria: SearchCriteria, db: None
) -> None:
    copy_names([("Doe", "Dana")] * 2)
    few = queries_of(lambda: find_people(EVERYONE, criteria))
    copy_names([("Doe", "Dana")] * 40)
    many = queries_of(lambda: find_people(EVERYONE, criteria))
    assert few == many <= 16  # five of them set how PostgreSQL plans one statement


def test_a_cut_off_list_says_so(db: None) -> None:
    copy_names([("Doe", "Dana")] * (MOST_HITS + 1))
    results = find_people(EVERYONE, DANA)
    assert results.is_cut_off
    assert results.page.paginator.count == MOST_HITS


@pytest.mark.parametrize("setting", ["enable_seqscan", "jit"])
def test_a_search_leaves_the_connection_as_it_was(setting: str, db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SHOW {setting}")
        before = cursor.fetchone()
        find_people(EVERYONE, DANA)
        cursor.execute(f"SHOW {setting}")
        assert cursor.fetchone() == before


def test_statements_over_many_words_may_use_indexes_only(db: None) -> None:
    settings: list[str] = []

    def note(execute, sql, params, many, context):
        if "unnest(" in sql:
            with connection.cursor() as cursor:
                cursor.execute("SHOW enable_seqscan")
                settings.append(cursor.fetchone()[0])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        find_people(EVERYONE, DANA)
    assert set(settings) == {"off"}
