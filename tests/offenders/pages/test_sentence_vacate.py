"""The page on which an order vacating a sentence is entered."""

from uuid import uuid4

import pytest
from django.urls import reverse

from offenders.models import Sentence, SentenceTerms
from ots.access.models import User
from tests.conftest import SignIn


def url(sentence: Sentence) -> str:
    return reverse("offenders:sentence-vacate", args=[sentence.person_id, sentence.pk])


@pytest.fixture
def order(danas_sentence: Sentence) -> dict[str, object]:
    """An order of March 2021."""
    return {
        "token": str(uuid4()),
        "entered_on": "2021-03-01",
        "reason": "Reversed on appeal",
        "instead_of": danas_sentence.terms.get().pk,
    }


def test_the_sentence_is_vacated_and_keeps_its_terms(
    tim: User, danas_sentence: Sentence, sign_in: SignIn, order: dict[str, object]
) -> None:
    sign_in(tim).post(url(danas_sentence), order)
    standing = SentenceTerms.objects.get(superseded_at=None)
    assert str(standing.vacated_on) == "2021-03-01"
    assert standing.maximum_years == 20
    assert standing.judgment.kind == "vacated"


def test_an_order_before_the_sentence_is_refused(
    tim: User, danas_sentence: Sentence, sign_in: SignIn, order: dict[str, object]
) -> None:
    response = sign_in(tim).post(url(danas_sentence), {**order, "entered_on": "2019-12-31"})
    assert "before the sentence" in response.context["form"].errors["entered_on"][0]


def test_a_vacated_sentence_is_not_vacated_again(
    tim: User, danas_sentence: Sentence, sign_in: SignIn, order: dict[str, object]
) -> None:
    client = sign_in(tim)
    client.post(url(danas_sentence), order)
    again = {**order, "token": str(uuid4()), "instead_of": danas_sentence.terms.last().pk}
    response = client.post(url(danas_sentence), again)
    assert response.context["form"].non_field_errors() == ["This sentence is vacated already."]


def test_an_agent_may_not_open_it(olivia: User, danas_sentence: Sentence, sign_in: SignIn) -> None:
    assert sign_in(olivia).get(url(danas_sentence)).status_code == 403
