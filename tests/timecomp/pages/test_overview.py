"""The clerk's first page of time computation: what is to be settled."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from offenders.models import Person, Sentence
from offenders.services.facts import correct_fact
from ots.access.models import User
from ots.access.viewer import system_viewer
from tests import factories
from tests.conftest import SignIn
from timecomp.services.computing import compute_person

PROGRAM = system_viewer("tests")
URL = reverse("timecomp:overview")


def leave_a_question(sentence: Sentence) -> None:
    correct_fact(
        PROGRAM,
        sentence.charge.particulars.get(),
        person_id=sentence.person_id,
        reason="not proved",
        offense_date=None,
    )
    compute_person(PROGRAM, sentence.person_id)


@pytest.fixture
def question(danas_sentence: Sentence) -> Sentence:
    """A sentence whose offense date is not known."""
    leave_a_question(danas_sentence)
    return danas_sentence


def test_it_lists_what_computations_leave_to_a_person(
    tim: User, dana: Person, question: Sentence, sign_in: SignIn
) -> None:
    page = sign_in(tim).get(URL).content.decode()
    assert "Doe, Dana" in page
    assert "has no offense date" in page
    assert reverse("timecomp:person-dates", args=[dana.pk]) in page


def test_it_lists_the_questions_of_one_rule(tim: User, question: Sentence, sign_in: SignIn) -> None:
    browser = sign_in(tim)
    assert browser.get(URL, {"rule": "facts_missing"}).context["found"].rows
    assert not browser.get(URL, {"rule": "two_thirds_rule"}).context["found"].rows


def test_without_questions_it_says_so(tim: User, sign_in: SignIn) -> None:
    assert b"Nothing to settle" in sign_in(tim).get(URL).content


def test_more_questions_take_no_more_queries(
    tim: User, question: Sentence, sign_in: SignIn
) -> None:
    browser = sign_in(tim)
    browser.get(URL)
    with CaptureQueriesContext(connection) as one:
        browser.get(URL)
    for number in range(3):
        case = factories.court_case(factories.person(f"Person{number}"))
        leave_a_question(factories.add_sentence(factories.add_charge(case)))
    with CaptureQueriesContext(connection) as many:
        browser.get(URL)
    assert len(many) == len(one)


def test_a_clerks_first_page_counts_the_questions(
    tim: User, question: Sentence, sign_in: SignIn
) -> None:
    assert b"1 question to settle" in sign_in(tim).get(reverse("home")).content


def test_an_agent_may_not_open_it(olivia: User, sign_in: SignIn) -> None:
    assert sign_in(olivia).get(URL).status_code == 403
