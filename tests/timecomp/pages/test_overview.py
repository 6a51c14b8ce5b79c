"""The clerk's first page of time computation: what is to be settled."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from offenders.models import Person, Sentence
from offenders.services.facts import correct_fact
from ots.access.models import User
from ots.access.viewer import system_viewer, viewer_for
from tests import factories
from tests.conftest import SignIn
from timecomp.models import Computation, ComputationException
from timecomp.services.certifying import certify_dates
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


@pytest.mark.parametrize(
    ("asked", "rows"),
    [
        ({"whose": "none"}, 1),
        ({"whose": "mine"}, 0),
        ({"older_than": "7"}, 0),
        ({"office": "0"}, 0),
    ],
)
def test_it_is_narrowed_by_hands_age_and_office(
    asked: dict[str, str], rows: int, tim: User, question: Sentence, sign_in: SignIn
) -> None:
    assert len(sign_in(tim).get(URL, asked).context["found"].rows) == rows


def test_a_clerk_takes_what_is_ticked_and_finds_it_among_his_own(
    tim: User, question: Sentence, sign_in: SignIn
) -> None:
    browser = sign_in(tim)
    asked = ComputationException.objects.get(closed_at=None)
    browser.post(reverse("timecomp:questions-assign"), {"act": "take", "question": asked.pk})
    assert len(browser.get(URL, {"whose": "mine"}).context["found"].rows) == 1


def test_two_clerks_who_take_one_question_learn_who_has_it(
    tim: User, question: Sentence, sign_in: SignIn
) -> None:
    second = factories.user("Tess", role="Records and time-computation clerk")
    asked = ComputationException.objects.get(closed_at=None)
    sent = {"act": "take", "question": asked.pk}
    sign_in(tim).post(reverse("timecomp:questions-assign"), sent)
    page = sign_in(second).post(reverse("timecomp:questions-assign"), sent, follow=True)
    assert "another clerk has them" in page.content.decode()
    assert ComputationException.objects.get(pk=asked.pk).assigned_to == tim


def test_people_who_may_be_released_soonest_come_first(
    tim: User, question: Sentence, sign_in: SignIn
) -> None:
    soon = factories.court_case(factories.person("Soon"))
    charge = factories.add_charge(soon, of=factories.statute("750.84", title="Assault"))
    day = timezone.localdate()
    factories.add_sentence(
        charge, sentenced_on=day.replace(year=day.year - 8), minimum_years=9, maximum_years=10
    )
    compute_person(PROGRAM, soon.person_id)
    rows = sign_in(tim).get(URL).context["found"].rows
    assert [row.person.first_name for row in rows] == ["Soon", "Dana"]


def test_it_counts_by_rule_and_says_what_would_settle_it(
    tim: User, question: Sentence, sign_in: SignIn
) -> None:
    page = sign_in(tim).get(URL)
    assert [(each.rule, each.questions) for each in page.context["counts"]] == [
        ("facts_missing", 1)
    ]
    assert "The fact that the record lacks" in page.content.decode()


def test_it_leaves_as_a_file(tim: User, question: Sentence, sign_in: SignIn) -> None:
    text = sign_in(tim).get(reverse("timecomp:queue-export")).content.decode()
    assert "Doe, Dana" in text
    assert "facts_missing" in text


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


@pytest.fixture
def told_by_its_rule(danas_sentence: Sentence) -> ComputationException:
    """A question whose rule asks only where a child was the victim."""
    compute_person(PROGRAM, danas_sentence.person_id)
    return ComputationException.objects.create(
        person=danas_sentence.person,
        computation=Computation.objects.get(superseded_at=None),
        rule="csc1_25",
        sentence_label="A",
        message="The victim was under 13",
        opened_at=timezone.now(),
    )


def test_a_question_that_tells_of_the_victim_is_withheld_from_one_who_may_not_know(
    tim: User, told_by_its_rule: ComputationException, sign_in: SignIn
) -> None:
    client = sign_in(tim)
    dates = reverse("timecomp:person-dates", args=[told_by_its_rule.person_id])
    for address in (URL, dates):
        page = client.get(address).content.decode()
        assert "under 13" not in page
        assert "csc1_25" not in page


def test_it_can_not_be_looked_for_by_that_rule_either(
    tim: User, told_by_its_rule: ComputationException, sign_in: SignIn
) -> None:
    assert "Doe, Dana" not in sign_in(tim).get(URL, {"rule": "csc1_25"}).content.decode()


def test_one_who_may_know_of_victims_reads_the_question(
    olivia: User, told_by_its_rule: ComputationException, sign_in: SignIn
) -> None:
    dates = reverse("timecomp:person-dates", args=[told_by_its_rule.person_id])
    assert "The victim was under 13" in sign_in(olivia).get(dates).content.decode()


def test_a_clerks_first_page_leads_to_what_is_in_hand_and_what_a_colleague_certified(
    tim: User, question: Sentence, sign_in: SignIn
) -> None:
    colleague = factories.user("Tess", role="Records and time-computation clerk")
    computation = Computation.objects.get(person=question.person, superseded_at=None)
    certify_dates(viewer_for(colleague), question.person_id, computation_id=computation.pk)
    browser = sign_in(tim)
    asked = ComputationException.objects.get(closed_at=None)
    browser.post(reverse("timecomp:questions-assign"), {"act": "take", "question": asked.pk})
    page = browser.get(reverse("home")).content.decode()
    assert "1 in your hands" in page
    assert "1 certified by a colleague and awaiting you" in page
