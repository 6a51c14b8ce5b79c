"""The timeline of a person."""

from datetime import date

import pytest
from django.urls import reverse

from offenders import choices
from offenders.models import Arrest, Misconduct, Person, Sentence, Warrant
from ots.access.models import User
from tests import factories
from tests.conftest import SignIn
from tests.offenders.queries import queries


def url(person: Person, query: str = "") -> str:
    return reverse("offenders:person-timeline", args=[person.pk]) + query


@pytest.fixture
def lived(dana: Person, danas_sentence: Sentence) -> Person:
    """Something of each kind happened."""
    Arrest.objects.create(person=dana, arrested_on=date(2019, 5, 3), agency_name="Lansing Police")
    Warrant.objects.create(
        person=dana,
        number="W-77",
        kind=choices.WarrantKind.BENCH,
        status=choices.WarrantStatus.ACTIVE,
        issued_on=date(2025, 1, 5),
    )
    Misconduct.objects.create(
        person=dana,
        violated_on=date(2022, 2, 1),
        found_guilty_on=date(2022, 2, 9),
        misconduct_class="II",
        description="Out of place",
    )
    factories.add_custody(dana, began_on=date(2020, 1, 20), ended_on=date(2024, 6, 1))
    factories.add_address(dana)
    return dana


def days(response: object) -> list[date]:
    return [event.on for event in response.context["page"].object_list]


def test_it_tells_all_kinds_newest_first(tim: User, lived: Person, sign_in: SignIn) -> None:
    response = sign_in(tim).get(url(lived))
    content = response.content.decode()
    for words in ("Arrested", "Sentence A: sentenced", "Entered prison", "Bench warrant issued"):
        assert words in content
    assert days(response) == sorted(days(response), reverse=True)


def test_it_groups_by_year(tim: User, lived: Person, sign_in: SignIn) -> None:
    assert b"<h2>2019</h2>" in sign_in(tim).get(url(lived)).content


def test_it_shows_one_kind_when_asked(tim: User, lived: Person, sign_in: SignIn) -> None:
    content = sign_in(tim).get(url(lived, "?kind=custody")).content.decode()
    assert "Entered prison" in content
    assert "Arrested" not in content


def test_a_kind_that_is_none_shows_everything(tim: User, lived: Person, sign_in: SignIn) -> None:
    assert b"Arrested" in sign_in(tim).get(url(lived, "?kind=nonsense")).content


@pytest.mark.parametrize(
    ("name", "hidden"),
    [
        ("paula", ["Arrested", "Sentence A", "Armed robbery"]),
        ("vic", ["Bench warrant", "12 Elm Street"]),
    ],
)
def test_what_a_role_does_not_include_leaves_no_trace(
    name: str,
    hidden: list[str],
    lived: Person,
    sign_in: SignIn,
    request: pytest.FixtureRequest,
) -> None:
    content = sign_in(request.getfixturevalue(name)).get(url(lived)).content.decode()
    assert [words for words in hidden if words in content] == []


def test_more_events_cost_no_more_queries(tim: User, lived: Person, sign_in: SignIn) -> None:
    client = sign_in(tim)
    few = queries(client, url(lived))
    for day in range(1, 6):
        Arrest.objects.create(person=lived, arrested_on=date(2018, 1, day))
        factories.add_sentence(factories.add_charge(factories.court_case(lived)))
    assert queries(client, url(lived)) == few


def test_a_long_life_comes_in_pages(tim: User, dana: Person, sign_in: SignIn) -> None:
    for day in range(60):
        Arrest.objects.create(person=dana, arrested_on=date(2018, 1 + day // 28, 1 + day % 28))
    client = sign_in(tim)
    assert len(client.get(url(dana)).context["page"].object_list) == 50
    assert client.get(url(dana, "?page=2")).context["page"].number == 2


def test_a_movement_at_the_door_is_told_once(tim: User, lived: Person, sign_in: SignIn) -> None:
    lived.movement_set.create(
        kind=choices.MovementKind.ADMISSION,
        occurred_on=date(2020, 1, 20),
        facility=factories.facility(),
    )
    assert b"Admitted" not in sign_in(tim).get(url(lived)).content


def test_another_district_finds_nothing(ruth: User, dana: Person, sign_in: SignIn) -> None:
    assert sign_in(ruth).get(url(dana)).status_code == 404
