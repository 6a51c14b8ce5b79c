"""The page on which an address is added."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from offenders.models import Address, Person
from ots.access.models import User
from tests import factories
from tests.conftest import SignIn


def url(person: Person) -> str:
    return reverse("offenders:address-add", args=[person.pk])


def entry(**change: str) -> dict[str, str]:
    return {
        "token": str(uuid4()),
        "kind": "home",
        "street": "400 Oak Avenue",
        "city": "East Lansing",
        "state": "mi",
        "postal_code": "48823",
        "began_on": "2026-02-01",
        **change,
    }


def test_a_new_home_ends_the_one_before_on_its_first_day(
    olivia: User, dana: Person, sign_in: SignIn
) -> None:
    factories.add_address(dana)
    sign_in(olivia).post(url(dana), entry())
    homes = Address.objects.filter(superseded_at=None).order_by("began_on")
    assert [(home.street, home.ended_on) for home in homes] == [
        ("12 Elm Street", date(2026, 2, 1)),
        ("400 Oak Avenue", None),
    ]


def test_the_last_day_there_is_still_a_day_there(
    olivia: User, dana: Person, sign_in: SignIn
) -> None:
    sign_in(olivia).post(url(dana), entry(last_day="2026-02-10"))
    assert Address.objects.get().ended_on == date(2026, 2, 11)
    content = sign_in(olivia).get(reverse("offenders:person-identity", args=[dana.pk])).content
    assert b"Feb 10, 2026" in content


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"street": ""}, "street"),
        ({"postal_code": "4882"}, "postal_code"),
        ({"state": "Michigan"}, "state"),
        ({"last_day": "2026-01-30"}, "last_day"),
    ],
)
def test_it_refuses_at_the_field(
    olivia: User, dana: Person, sign_in: SignIn, change: dict[str, str], field: str
) -> None:
    response = sign_in(olivia).post(url(dana), entry(**change))
    assert field in response.context["form"].errors
    assert not Address.objects.exists()


@pytest.mark.parametrize(
    ("name", "answer"), [("tim", 200), ("sam", 200), ("oscar", 404), ("paula", 403)]
)
def test_who_may_open_it(
    name: str, answer: int, dana: Person, sign_in: SignIn, request: pytest.FixtureRequest
) -> None:
    assert sign_in(request.getfixturevalue(name)).get(url(dana)).status_code == answer
