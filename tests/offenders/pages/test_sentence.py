"""The page of one sentence."""

from datetime import date

import pytest
from django.urls import reverse

from offenders.models import Sentence
from offenders.services.judgment_entry import LaterPaper, Length, Terms
from offenders.services.sentences import amend_sentence
from ots.access.models import User
from ots.access.viewer import system_viewer
from tests import factories
from tests.conftest import SignIn
from tests.offenders.queries import queries


def url(sentence: Sentence) -> str:
    return reverse("offenders:sentence", args=[sentence.person_id, sentence.pk])


@pytest.fixture
def amended(danas_sentence: Sentence) -> Sentence:
    """Five to fifteen years since June 2020."""
    amend_sentence(
        system_viewer("tests"),
        danas_sentence.pk,
        paper=LaterPaper(
            entered_on=date(2020, 6, 1),
            reason="The court corrected the maximum",
            instead_of=danas_sentence.terms.get().pk,
        ),
        terms=Terms(
            kind="indeterminate",
            sentenced_on=date(2020, 1, 15),
            minimum=Length(5),
            maximum=Length(15),
        ),
    )
    return danas_sentence


def test_it_says_the_terms_in_words(tim: User, danas_sentence: Sentence, sign_in: SignIn) -> None:
    assert b"5 years to 20 years" in sign_in(tim).get(url(danas_sentence)).content


def test_it_shows_what_stood_before_and_why_it_changed(
    tim: User, amended: Sentence, sign_in: SignIn
) -> None:
    content = sign_in(tim).get(url(amended)).content.decode()
    assert "Sentence A: 5 years to 15 years" in content
    assert "5 years to 20 years" in content
    assert "The court corrected the maximum" in content


def test_more_amendments_cost_no_more_queries(
    tim: User, danas_sentence: Sentence, sign_in: SignIn
) -> None:
    client = sign_in(tim)
    _amend(danas_sentence, 14)
    few = queries(client, url(danas_sentence))
    for years in (15, 16, 17):
        _amend(danas_sentence, years)
    assert queries(client, url(danas_sentence)) == few


def _amend(sentence: Sentence, years: int) -> None:
    paper = LaterPaper(
        entered_on=date(2020, 6, 1),
        reason="Again",
        instead_of=sentence.terms.get(superseded_at=None).pk,
    )
    terms = Terms(
        kind="indeterminate",
        sentenced_on=date(2020, 1, 15),
        minimum=Length(5),
        maximum=Length(years),
    )
    amend_sentence(system_viewer("tests"), sentence.pk, paper=paper, terms=terms)


def test_another_persons_sentence_is_not_found(
    tim: User, danas_sentence: Sentence, sign_in: SignIn
) -> None:
    pat = factories.person("Pat")
    address = reverse("offenders:sentence", args=[pat.pk, danas_sentence.pk])
    assert sign_in(tim).get(address).status_code == 404


def test_the_court_that_sentenced_may_read_it(
    courtney: User, danas_sentence: Sentence, sign_in: SignIn
) -> None:
    assert sign_in(courtney).get(url(danas_sentence)).status_code == 200


@pytest.mark.parametrize(("name", "answer"), [("oscar", 404), ("ruth", 404), ("paula", 403)])
def test_others_may_not(
    name: str,
    answer: int,
    danas_sentence: Sentence,
    sign_in: SignIn,
    request: pytest.FixtureRequest,
) -> None:
    assert sign_in(request.getfixturevalue(name)).get(url(danas_sentence)).status_code == answer
