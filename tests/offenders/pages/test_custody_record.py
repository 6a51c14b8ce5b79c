"""The page on which custody is recorded."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from offenders.models import CustodyPeriod, Movement, Person
from ots.access.models import User
from tests import factories
from tests.conftest import SignIn


def url(person: Person) -> str:
    return reverse("offenders:custody-record", args=[person.pk])


@pytest.fixture
def stay(db: None) -> dict[str, object]:
    """In prison since January 2026."""
    return {
        "token": str(uuid4()),
        "kind": "prison",
        "facility": factories.facility().pk,
        "began_on": "2026-01-15",
        "admission_reason": "New commitment",
    }


def test_it_records_the_stay_its_movement_and_the_status(
    tim: User, dana: Person, sign_in: SignIn, stay: dict[str, object]
) -> None:
    sign_in(tim).post(url(dana), stay)
    dana.refresh_from_db()
    assert CustodyPeriod.objects.get().began_on == date(2026, 1, 15)
    assert Movement.objects.get().kind == "admission"
    assert dana.status == "prison"


def test_sent_twice_it_records_one_stay(
    tim: User, dana: Person, sign_in: SignIn, stay: dict[str, object]
) -> None:
    client = sign_in(tim)
    client.post(url(dana), stay)
    assert client.post(url(dana), stay).status_code == 302
    assert CustodyPeriod.objects.count() == Movement.objects.count() == 1


def test_an_overlap_names_the_other_stay(
    tim: User, dana: Person, sign_in: SignIn, stay: dict[str, object]
) -> None:
    factories.add_custody(dana, began_on=date(2025, 3, 1))
    message = sign_in(tim).post(url(dana), stay).context["form"].errors["began_on"][0]
    assert "Carson City Correctional Facility from Mar 1, 2025 with no release" in message
    assert CustodyPeriod.objects.count() == 1


def test_the_day_of_release_may_be_the_first_day_of_the_next_stay(
    tim: User, dana: Person, sign_in: SignIn, stay: dict[str, object]
) -> None:
    factories.add_custody(dana, began_on=date(2025, 3, 1), ended_on=date(2026, 1, 15))
    sign_in(tim).post(url(dana), stay)
    assert CustodyPeriod.objects.count() == 2


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"facility": ""}, "facility"),
        ({"began_on": "2199-01-01"}, "began_on"),
        ({"ended_on": "2026-01-14"}, "ended_on"),
        ({"began_on": ""}, "began_on"),
    ],
)
def test_it_refuses_at_the_field(
    tim: User,
    dana: Person,
    sign_in: SignIn,
    stay: dict[str, object],
    change: dict[str, str],
    field: str,
) -> None:
    response = sign_in(tim).post(url(dana), {**stay, **change})
    assert field in response.context["form"].errors
    assert not CustodyPeriod.objects.exists()


def test_an_agent_may_record_it(olivia: User, dana: Person, sign_in: SignIn) -> None:
    assert sign_in(olivia).get(url(dana)).status_code == 200


@pytest.mark.parametrize(("name", "answer"), [("sam", 403), ("paula", 403), ("oscar", 404)])
def test_others_may_not(
    name: str, answer: int, dana: Person, sign_in: SignIn, request: pytest.FixtureRequest
) -> None:
    assert sign_in(request.getfixturevalue(name)).get(url(dana)).status_code == answer
