"""The picture itself."""

import pytest
from django.urls import reverse

from offenders.models import Person, Photograph
from ots.access.models import User
from tests import factories
from tests.conftest import SignIn


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def face(dana: Person) -> Photograph:
    """Dana's photograph."""
    return factories.add_photograph(dana)


def url(face: Photograph) -> str:
    return reverse("offenders:photograph", args=[face.person_id, face.pk])


def test_it_is_sent_and_kept_nowhere(olivia: User, face: Photograph, sign_in: SignIn) -> None:
    response = sign_in(olivia).get(url(face))
    assert response["Content-Type"] == "image/jpeg"
    assert "no-store" in response["Cache-Control"]


def test_it_is_not_found_under_another_person(tim: User, face: Photograph, sign_in: SignIn) -> None:
    pat = factories.person("Pat")
    address = reverse("offenders:photograph", args=[pat.pk, face.pk])
    assert sign_in(tim).get(address).status_code == 404


def test_it_stands_on_top_of_the_record(olivia: User, face: Photograph, sign_in: SignIn) -> None:
    page = sign_in(olivia).get(reverse("offenders:person", args=[face.person_id]))
    assert url(face) in page.content.decode()


@pytest.mark.parametrize(("name", "answer"), [("oscar", 404), ("ruth", 404), ("audrey", 403)])
def test_who_may_not_see_it(
    name: str, answer: int, face: Photograph, sign_in: SignIn, request: pytest.FixtureRequest
) -> None:
    assert sign_in(request.getfixturevalue(name)).get(url(face)).status_code == answer
