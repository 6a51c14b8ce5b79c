"""The page on which a legal name is corrected."""

from uuid import uuid4

from django.urls import reverse

from offenders.models import Person, PersonName
from ots.access.models import User
from tests.conftest import SignIn


def url(person: Person) -> str:
    return reverse("offenders:name-correct", args=[person.pk])


def test_it_starts_from_the_name_that_stands(tim: User, dana: Person, sign_in: SignIn) -> None:
    assert sign_in(tim).get(url(dana)).context["form"]["last_name"].value() == "Doe"


def test_it_corrects_the_name_on_top_and_keeps_the_old(
    tim: User, dana: Person, sign_in: SignIn
) -> None:
    data = {
        "token": str(uuid4()),
        "last_name": "Dough",
        "first_name": "Dana",
        "reason": "Birth certificate",
    }
    sign_in(tim).post(url(dana), data)
    dana.refresh_from_db()
    assert dana.last_name == "Dough"
    assert PersonName.objects.get(superseded_at__isnull=False).last_name == "Doe"


def test_it_refuses_without_a_reason(tim: User, dana: Person, sign_in: SignIn) -> None:
    response = sign_in(tim).post(url(dana), {"last_name": "Dough"})
    assert "reason" in response.context["form"].errors
    assert PersonName.objects.count() == 1


def test_the_same_name_is_no_correction(tim: User, dana: Person, sign_in: SignIn) -> None:
    data = {"last_name": "Doe", "first_name": "Dana", "reason": "Birth certificate"}
    response = sign_in(tim).post(url(dana), data)
    assert "recorded now" in response.context["form"].errors["last_name"][0]


def test_an_agent_may_not_open_it(olivia: User, dana: Person, sign_in: SignIn) -> None:
    assert sign_in(olivia).get(url(dana)).status_code == 403
