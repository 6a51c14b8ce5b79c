"""The first page of a person's record."""

from datetime import date

import pytest
from django.urls import reverse

from offenders import choices
from offenders.models import Hold, Person, ProtectiveOrder, Warrant
from ots.access.models import User
from ots.audit.models import AuditEntry
from tests import factories
from tests.conftest import SignIn
from tests.offenders.queries import queries


def url(person: Person) -> str:
    return reverse("offenders:person", args=[person.pk])


def add_warrant(person: Person, number: str = "W-1") -> Warrant:
    return Warrant.objects.create(
        person=person,
        number=number,
        kind=choices.WarrantKind.BENCH,
        status=choices.WarrantStatus.ACTIVE,
        issued_on=date(2026, 1, 5),
    )


def test_it_says_whose_record_it_is(olivia: User, dana: Person, sign_in: SignIn) -> None:
    factories.add_identifier(dana, value="284913")
    content = sign_in(olivia).get(url(dana)).content.decode()
    assert "Doe, Dana" in content
    assert str(dana.pk) in content
    assert "284913" in content
    assert "Agent Olivia Tester" in content


def test_it_warns_of_what_is_in_force(olivia: User, dana: Person, sign_in: SignIn) -> None:
    add_warrant(dana)
    Hold.objects.create(person=dana, basis="Review", placed_on=date(2026, 1, 6))
    content = sign_in(olivia).get(url(dana)).content.decode()
    assert "1 active warrant" in content
    assert "1 hold" in content


def test_an_expired_order_is_no_warning(olivia: User, dana: Person, sign_in: SignIn) -> None:
    ProtectiveOrder.objects.create(
        person=dana,
        number="P-1",
        protected_name="J. Roe",
        conditions="No contact",
        issued_on=date(2020, 1, 1),
        expires_on=date(2021, 1, 1),
    )
    assert b"1 protective order" not in sign_in(olivia).get(url(dana)).content


def test_a_warrant_shows_to_no_role_without_it(vic: User, dana: Person, sign_in: SignIn) -> None:
    add_warrant(dana)
    assert b"active warrant" not in sign_in(vic).get(url(dana)).content


def test_sentences_show_to_no_role_without_them(
    paula: User, danas_sentence: object, dana: Person, sign_in: SignIn
) -> None:
    assert b"Armed robbery" not in sign_in(paula).get(url(dana)).content


def test_it_shows_where_the_person_is_held(olivia: User, dana: Person, sign_in: SignIn) -> None:
    factories.add_custody(dana, began_on=date(2020, 1, 15))
    content = sign_in(olivia).get(url(dana)).content.decode()
    assert "Carson City Correctional Facility" in content


def test_more_facts_cost_no_more_queries(
    tim: User, danas_sentence: object, dana: Person, sign_in: SignIn
) -> None:
    client = sign_in(tim)
    add_warrant(dana)
    factories.add_address(dana)
    few = queries(client, url(dana))
    for number in range(4):
        add_warrant(dana, number=f"W-2{number}")
        factories.add_address(dana, street=f"{number} Oak Street")
        factories.add_sentence(factories.add_charge(factories.court_case(dana)))
    assert queries(client, url(dana)) == few


def test_the_trail_tells_who_saw_what(olivia: User, dana: Person, sign_in: SignIn) -> None:
    sign_in(olivia).get(url(dana))
    entry = AuditEntry.objects.get(event="PERSON_VIEWED", person_id=dana.pk)
    assert entry.actor == olivia
    assert {"identity", "legal", "custody"} <= set(entry.categories)


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("olivia", 200),
        ("sam", 200),
        ("tim", 200),
        ("paula", 200),
        ("vic", 200),
        ("oscar", 404),
        ("ruth", 404),
        ("courtney", 404),
        ("audrey", 403),
        ("adam", 403),
    ],
)
def test_who_may_open_it(
    name: str, answer: int, dana: Person, sign_in: SignIn, request: pytest.FixtureRequest
) -> None:
    assert sign_in(request.getfixturevalue(name)).get(url(dana)).status_code == answer
