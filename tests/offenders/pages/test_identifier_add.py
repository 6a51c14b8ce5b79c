"""The page on which a number is added."""

from uuid import uuid4

import pytest
from django.contrib.auth.models import Group
from django.contrib.auth.models import Permission as DjangoPermission
from django.urls import reverse

from offenders.models import Identifier, Person
from ots.access.models import User
from tests import factories
from tests.conftest import SignIn


def url(person: Person) -> str:
    return reverse("offenders:identifier-add", args=[person.pk])


def entry(kind: str = "mdoc", value: str = "284913") -> dict[str, str]:
    return {"token": str(uuid4()), "kind": kind, "value": value, "verification": "agency"}


def test_it_records_the_number(tim: User, dana: Person, sign_in: SignIn) -> None:
    sign_in(tim).post(url(dana), entry())
    assert Identifier.objects.get().value == "284913"


def test_it_writes_a_number_as_the_tables_hold_it(tim: User, dana: Person, sign_in: SignIn) -> None:
    sign_in(tim).post(url(dana), entry(kind="ssn", value=" 123-45-6789 "))
    assert Identifier.objects.get().value == "123456789"


@pytest.mark.parametrize("value", ["12345678", "1234567890", "12345678A"])
def test_a_social_security_number_has_nine_digits(
    tim: User, dana: Person, sign_in: SignIn, value: str
) -> None:
    response = sign_in(tim).post(url(dana), entry(kind="ssn", value=value))
    assert "nine digits" in response.context["form"].errors["value"][0]


def test_a_number_of_another_person_names_him_to_one_who_reaches_him(
    tim: User, dana: Person, sign_in: SignIn
) -> None:
    pat = factories.person("Pat", last_name="Other")
    factories.add_identifier(pat, value="284913")
    message = sign_in(tim).post(url(dana), entry()).context["form"].errors["value"][0]
    assert f"Other, Pat, No. {pat.pk}" in message


@pytest.fixture
def near_sighted(tim: User, dana: Person) -> User:
    """A clerk whose role reaches only the people given to him."""
    role = Group.objects.get(name="Records and time-computation clerk")
    role.permissions.remove(DjangoPermission.objects.get(codename="scope.statewide"))
    factories.give_person(tim, dana)
    return tim


def test_a_number_of_a_person_out_of_reach_reveals_nobody(
    near_sighted: User, dana: Person, sign_in: SignIn
) -> None:
    pat = factories.person("Pat", last_name="Other")
    factories.add_identifier(pat, value="284913")
    response = sign_in(near_sighted).post(url(dana), entry())
    assert "somebody else" in response.context["form"].errors["value"][0]
    assert b"Other" not in response.content
    assert str(pat.pk) not in response.content.decode()


def test_an_agent_may_not_open_it(olivia: User, dana: Person, sign_in: SignIn) -> None:
    assert sign_in(olivia).get(url(dana)).status_code == 403
