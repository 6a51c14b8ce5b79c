"""Offenses suggested while a clerk types."""

from django.urls import reverse

from ots.access.models import User
from tests import factories
from tests.conftest import SignIn

URL = reverse("offenders:offense-options")


def test_it_suggests_by_section_and_by_words_of_the_title(tim: User, sign_in: SignIn) -> None:
    factories.statute("750.529", title="Armed robbery")
    factories.statute("750.530", title="Unarmed robbery")
    client = sign_in(tim)
    assert b"Unarmed" not in client.get(URL, {"offense": "750.529"}).content
    assert b"750.530 Unarmed robbery" in client.get(URL, {"offense": "robbery un"}).content


def test_nothing_typed_suggests_nothing(tim: User, sign_in: SignIn) -> None:
    factories.statute()
    assert sign_in(tim).get(URL, {"offense": " "}).content.strip() == b""


def test_only_those_who_enter_sentences_may_ask(olivia: User, sign_in: SignIn) -> None:
    assert sign_in(olivia).get(URL).status_code == 403
