"""The page on which a new person is recorded."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from offenders.models import Person
from ots.access.models import User
from tests import factories
from tests.conftest import SignIn

BORN = date(1990, 4, 1)
URL = reverse("offenders:person-record")


def entry(**change: str) -> dict[str, str]:
    return {
        "token": str(uuid4()),
        "last_name": "Nowak",
        "first_name": "Kim",
        "birth_date": "1990-04-01",
        "sex": "U",
        "race": "U",
        "ethnicity": "U",
        **change,
    }


def test_it_records_the_person_and_leads_there(tim: User, sign_in: SignIn) -> None:
    response = sign_in(tim).post(URL, entry())
    person = Person.objects.get(last_name="Nowak")
    assert response["Location"] == reverse("offenders:person", args=[person.pk])
    assert person.personname_set.get().recorded_by == tim


def test_sent_twice_it_records_one_person(tim: User, sign_in: SignIn) -> None:
    client, data = sign_in(tim), entry(is_new="on")
    client.post(URL, data)
    client.post(URL, data)
    assert Person.objects.filter(last_name="Nowak").count() == 1


def test_it_shows_likely_duplicates_before_anything_is_saved(tim: User, sign_in: SignIn) -> None:
    known = factories.person("Kim", last_name="Nowak", birth_date=BORN)
    response = sign_in(tim).post(URL, entry())
    assert f"No. {known.pk}" in response.content.decode()
    assert Person.objects.filter(last_name="Nowak").count() == 1


def test_an_alias_makes_a_likely_duplicate_too(tim: User, sign_in: SignIn) -> None:
    known = factories.person("Pat", last_name="Other", birth_date=BORN)
    factories.add_alias(known, last_name="Nowak", first_name="Kim")
    assert f"No. {known.pk}" in sign_in(tim).post(URL, entry()).content.decode()


def test_day_and_month_exchanged_make_a_likely_duplicate_too(tim: User, sign_in: SignIn) -> None:
    known = factories.person("Kim", last_name="Nowak", birth_date=date(1990, 1, 4))
    assert f"No. {known.pk}" in sign_in(tim).post(URL, entry()).content.decode()


def test_a_namesake_of_another_age_holds_nobody_up(tim: User, sign_in: SignIn) -> None:
    factories.person("Kim", last_name="Nowak", birth_date=date(1961, 7, 30))
    assert sign_in(tim).post(URL, entry()).status_code == 302


def test_it_records_once_the_clerk_has_looked(tim: User, sign_in: SignIn) -> None:
    factories.person("Kim", last_name="Nowak", birth_date=BORN)
    sign_in(tim).post(URL, entry(is_new="on"))
    assert Person.objects.filter(last_name="Nowak").count() == 2


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"last_name": ""}, "last_name"),
        ({"birth_date": "2199-01-01"}, "birth_date"),
        ({"birth_date": "1849-12-31"}, "birth_date"),
        ({"birth_date": "1990-02-30"}, "birth_date"),
        ({"sex": "Z"}, "sex"),
    ],
)
def test_it_refuses_at_the_field(
    tim: User, sign_in: SignIn, change: dict[str, str], field: str
) -> None:
    response = sign_in(tim).post(URL, entry(**change))
    assert field in response.context["form"].errors
    assert not Person.objects.filter(last_name="Nowak").exists()


@pytest.mark.parametrize("name", ["olivia", "sam", "paula", "courtney", "audrey"])
def test_only_records_clerks_may_open_it(
    name: str, sign_in: SignIn, request: pytest.FixtureRequest
) -> None:
    assert sign_in(request.getfixturevalue(name)).get(URL).status_code == 403
