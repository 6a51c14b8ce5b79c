"""The page on which a legal name is corrected."""

from uuid import uuid4

from django.urls import reverse

from offenders.models import Person, PersonName
from ots.access.models import User
from tests.conftest import SignIn


def url(person: Person) -> str:
    return reverse("offenders:name-correct", args=[person.pk])


def entry(person: Person, **change: str) -> dict[str, object]:
    return {
        "token": str(uuid4()),
        "last_name": "Dough",
        "first_name": "Dana",
        "reason": "Birth certificate",
        "instead_of": person.personname_set.get(superseded_at=None).pk,
        **change,
    }


def test_it_starts_from_the_name_that_stands(tim: User, dana: Person, sign_in: SignIn) -> None:
    assert sign_in(tim).get(url(dana)).context["form"]["last_name"].value() == "Doe"


def test_it_corrects_the_name_on_top_and_keeps_the_old(
    tim: User, dana: Person, sign_in: SignIn
) -> None:
    sign_in(tim).post(url(dana), entry(dana))
    dana.refresh_from_db()
    assert dana.last_name == "Dough"
    assert PersonName.objects.get(superseded_at__isnull=False).last_name == "Doe"


def test_it_refuses_without_a_reason(tim: User, dana: Person, sign_in: SignIn) -> None:
    response = sign_in(tim).post(url(dana), entry(dana, reason=""))
    assert "reason" in response.context["form"].errors
    assert PersonName.objects.count() == 1


def test_the_same_name_is_no_correction(tim: User, dana: Person, sign_in: SignIn) -> None:
    response = sign_in(tim).post(url(dana), entry(dana, last_name="Doe"))
    assert "recorded now" in response.context["form"].errors["last_name"][0]


def test_a_name_corrected_meanwhile_is_not_overwritten(
    tim: User, dana: Person, sign_in: SignIn
) -> None:
    client, late = sign_in(tim), entry(dana, last_name="Do")
    client.post(url(dana), entry(dana))
    response = client.post(url(dana), late)
    assert "Somebody else changed this" in response.context["form"].non_field_errors()[0]
    dana.refresh_from_db()
    assert dana.last_name == "Dough"


def test_an_agent_may_not_open_it(olivia: User, dana: Person, sign_in: SignIn) -> None:
    assert sign_in(olivia).get(url(dana)).status_code == 403
