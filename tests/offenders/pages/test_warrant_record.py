"""The page on which a warrant is recorded."""

from uuid import uuid4

import pytest
from django.urls import reverse

from offenders.models import Person, Warrant
from ots.access.models import User
from tests.conftest import SignIn


def url(person: Person) -> str:
    return reverse("offenders:warrant-record", args=[person.pk])


def entry(**change: str) -> dict[str, str]:
    return {
        "token": str(uuid4()),
        "number": "w-26-1182",
        "kind": "bench",
        "issued_on": "2026-10-02",
        **change,
    }


def test_it_records_an_active_warrant(olivia: User, dana: Person, sign_in: SignIn) -> None:
    sign_in(olivia).post(url(dana), entry())
    warrant = Warrant.objects.get()
    assert (warrant.number, warrant.status, warrant.person) == ("W-26-1182", "active", dana)


def test_sent_twice_it_records_one(olivia: User, dana: Person, sign_in: SignIn) -> None:
    client, data = sign_in(olivia), entry()
    client.post(url(dana), data)
    assert client.post(url(dana), data).status_code == 302
    assert Warrant.objects.count() == 1


def test_a_number_taken_is_refused_at_its_field(
    olivia: User, dana: Person, sign_in: SignIn
) -> None:
    client = sign_in(olivia)
    client.post(url(dana), entry())
    response = client.post(url(dana), entry())
    assert "recorded already" in response.context["form"].errors["number"][0]


def test_a_warrant_still_to_be_issued_is_refused(
    olivia: User, dana: Person, sign_in: SignIn
) -> None:
    response = sign_in(olivia).post(url(dana), entry(issued_on="2199-01-01"))
    assert "still to come" in response.context["form"].errors["issued_on"][0]


@pytest.mark.parametrize(
    ("name", "answer"), [("sam", 200), ("tim", 403), ("oscar", 404), ("paula", 403)]
)
def test_who_may_open_it(
    name: str, answer: int, dana: Person, sign_in: SignIn, request: pytest.FixtureRequest
) -> None:
    assert sign_in(request.getfixturevalue(name)).get(url(dana)).status_code == answer
