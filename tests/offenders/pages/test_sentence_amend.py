"""The page on which an amended judgment or a resentencing is entered."""

from uuid import uuid4

import pytest
from django.urls import reverse

from offenders.models import Sentence, SentenceTerms
from ots.access.models import User
from tests import factories
from tests.conftest import SignIn


def url(sentence: Sentence) -> str:
    return reverse("offenders:sentence-amend", args=[sentence.person_id, sentence.pk])


@pytest.fixture
def amendment(danas_sentence: Sentence) -> dict[str, object]:
    """The maximum goes down to fifteen years."""
    return {
        "token": str(uuid4()),
        "later_kind": "amended",
        "entered_on": "2020-06-01",
        "reason": "The court corrected the maximum",
        "instead_of": danas_sentence.terms.get().pk,
        "kind": "indeterminate",
        "sentenced_on": "2020-01-15",
        "minimum_years": "5",
        "maximum_years": "15",
        "habitual_level": "0",
    }


def test_it_starts_from_the_terms_that_stand(
    tim: User, danas_sentence: Sentence, sign_in: SignIn
) -> None:
    form = sign_in(tim).get(url(danas_sentence)).context["form"]
    assert (form["minimum_years"].value(), form["maximum_years"].value()) == (5, 20)


def test_the_new_terms_stand_and_the_old_are_kept(
    tim: User, danas_sentence: Sentence, sign_in: SignIn, amendment: dict[str, object]
) -> None:
    sign_in(tim).post(url(danas_sentence), amendment)
    standing = SentenceTerms.objects.get(superseded_at=None)
    assert standing.maximum_years == 15
    assert standing.supersedes is not None
    assert standing.supersedes.maximum_years == 20


def test_the_new_terms_name_the_new_judgment(
    tim: User, danas_sentence: Sentence, sign_in: SignIn, amendment: dict[str, object]
) -> None:
    sign_in(tim).post(url(danas_sentence), amendment)
    standing = SentenceTerms.objects.get(superseded_at=None)
    assert (standing.judgment.kind, str(standing.judgment.entered_on)) == ("amended", "2020-06-01")


def test_sent_twice_it_amends_once(
    tim: User, danas_sentence: Sentence, sign_in: SignIn, amendment: dict[str, object]
) -> None:
    client = sign_in(tim)
    client.post(url(danas_sentence), amendment)
    assert client.post(url(danas_sentence), amendment).status_code == 302
    assert SentenceTerms.objects.count() == 2


def test_read_before_somebody_elses_change_it_is_refused(
    tim: User, danas_sentence: Sentence, sign_in: SignIn, amendment: dict[str, object]
) -> None:
    client = sign_in(tim)
    client.post(url(danas_sentence), amendment)
    late = {**amendment, "token": str(uuid4()), "maximum_years": "12"}
    response = client.post(url(danas_sentence), late)
    assert "Somebody else changed this" in response.context["form"].non_field_errors()[0]
    assert SentenceTerms.objects.count() == 2


def test_it_refuses_a_minimum_over_the_maximum(
    tim: User, danas_sentence: Sentence, sign_in: SignIn, amendment: dict[str, object]
) -> None:
    response = sign_in(tim).post(url(danas_sentence), {**amendment, "minimum_years": "16"})
    assert "minimum_years" in response.context["form"].errors
    assert SentenceTerms.objects.count() == 1


def test_it_refuses_without_a_reason(
    tim: User, danas_sentence: Sentence, sign_in: SignIn, amendment: dict[str, object]
) -> None:
    response = sign_in(tim).post(url(danas_sentence), {**amendment, "reason": " "})
    assert "Say why" in response.context["form"].errors["reason"][0]


def test_another_persons_sentence_is_not_found(
    tim: User, danas_sentence: Sentence, sign_in: SignIn
) -> None:
    pat = factories.person("Pat")
    address = reverse("offenders:sentence-amend", args=[pat.pk, danas_sentence.pk])
    assert sign_in(tim).get(address).status_code == 404


@pytest.mark.parametrize("name", ["olivia", "sam", "courtney"])
def test_others_may_not_open_it(
    name: str, danas_sentence: Sentence, sign_in: SignIn, request: pytest.FixtureRequest
) -> None:
    assert sign_in(request.getfixturevalue(name)).get(url(danas_sentence)).status_code == 403
