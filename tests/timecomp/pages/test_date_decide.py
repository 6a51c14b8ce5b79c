"""A clerk settles a question or overrides a date on the person's own page."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from offenders.models import CourtCase, Person
from ots.access.models import User
from ots.access.viewer import system_viewer
from tests import factories
from tests.conftest import SignIn
from timecomp.models import ClerkDecision, ComputationException
from timecomp.services.computing import compute_person

PROGRAM = system_viewer("tests")


@pytest.fixture
def question(danas_case: CourtCase) -> ComputationException:
    """Eight to ten years: more than two thirds of the maximum."""
    charge = factories.add_charge(danas_case, of=factories.statute("750.84", title="Assault"))
    factories.add_sentence(charge, minimum_years=8, maximum_years=10)
    compute_person(PROGRAM, danas_case.person_id)
    return ComputationException.objects.get(rule="two_thirds_rule")


def address(question: ComputationException) -> str:
    return reverse("timecomp:date-decide", args=[question.person_id]) + f"?question={question.pk}"


STANDS = {"kind": "stands", "reason": "The judgment says so"}
OVERRIDE = {
    "kind": "override",
    "date_name": "-earliest_release_date",
    "value": "2027-05-04",
    "authority": "Order of the court of appeals",
    "reason": "The court ordered it",
}


def test_it_says_what_is_asked_by_which_law_and_what_would_settle_it(
    tim: User, question: ComputationException, sign_in: SignIn
) -> None:
    page = sign_in(tim).get(address(question)).content.decode()
    assert "two thirds of the maximum" in page
    assert "People v Tanner" in page
    assert "An amended judgment" in page


def test_the_dates_lead_to_it(tim: User, question: ComputationException, sign_in: SignIn) -> None:
    dates = reverse("timecomp:person-dates", args=[question.person_id])
    assert address(question) in sign_in(tim).get(dates).content.decode()


def test_a_question_let_stand_is_gone_from_the_dates_and_the_decision_stands_there(
    tim: User,
    question: ComputationException,
    sign_in: SignIn,
    django_capture_on_commit_callbacks: object,
) -> None:
    browser = sign_in(tim)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # a fixture
        browser.post(address(question), STANDS)
    page = browser.get(reverse("timecomp:person-dates", args=[question.person_id]))
    assert page.context["dates"].exceptions == ()
    assert "The judgment says so" in page.content.decode()


def test_an_override_shows_both_dates(
    tim: User,
    question: ComputationException,
    sign_in: SignIn,
    django_capture_on_commit_callbacks: object,
) -> None:
    browser = sign_in(tim)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # a fixture
        browser.post(address(question), OVERRIDE)
    page = browser.get(reverse("timecomp:person-dates", args=[question.person_id]))
    line = page.context["dates"].days[0]
    assert (line.day, line.overridden.system_value) == (date(2027, 5, 4), date(2028, 1, 15))


def test_the_worksheet_of_an_overridden_date_cites_the_decision(
    tim: User,
    question: ComputationException,
    sign_in: SignIn,
    django_capture_on_commit_callbacks: object,
) -> None:
    browser = sign_in(tim)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # a fixture
        browser.post(address(question), OVERRIDE)
    sheet = reverse(
        "timecomp:person-date-worksheet", args=[question.person_id, "earliest_release_date"]
    )
    page = browser.get(sheet).content.decode()
    assert "Decision of a records clerk" in page
    assert f"Decision {ClerkDecision.objects.get().pk} of " in page


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"kind": ""}, "kind"),
        ({"reason": ""}, "reason"),
        ({"date_name": ""}, "date_name"),
        ({"value": ""}, "value"),
        ({"no_date": "on"}, "value"),
        ({"authority": ""}, "authority"),
        ({"until": "2020-01-01"}, "until"),
    ],
)
def test_what_is_missing_is_told_at_its_field(
    changes: dict[str, str],
    field: str,
    tim: User,
    question: ComputationException,
    sign_in: SignIn,
) -> None:
    page = sign_in(tim).post(address(question), OVERRIDE | changes)
    assert list(page.context["form"].errors) == [field]
    assert not ClerkDecision.objects.exists()


def test_sent_twice_it_is_decided_once(
    tim: User, question: ComputationException, sign_in: SignIn
) -> None:
    token = {"token": "5f0c0f9e-7b0c-4b1c-8f5d-0d1d2c3b4a59"}
    browser = sign_in(tim)
    browser.post(address(question), STANDS | token)
    browser.post(address(question), STANDS | token)
    assert ClerkDecision.objects.count() == 1


def test_a_clerk_withdraws_a_decision_with_a_reason(
    tim: User, question: ComputationException, sign_in: SignIn
) -> None:
    browser = sign_in(tim)
    browser.post(address(question), STANDS)
    made = ClerkDecision.objects.get()
    withdraw = reverse("timecomp:decision-withdraw", args=[question.person_id])
    browser.post(withdraw, {"decision": made.pk, "reason": ""})
    assert ClerkDecision.objects.get(superseded_at=None) == made
    browser.post(withdraw, {"decision": made.pk, "reason": "The court answered"})
    assert ClerkDecision.objects.get(superseded_at=None).kind == "withdrawn"


def test_a_question_of_another_person_is_none(
    tim: User, question: ComputationException, sign_in: SignIn
) -> None:
    other = factories.person("Other")
    page = reverse("timecomp:date-decide", args=[other.pk]) + f"?question={question.pk}"
    assert sign_in(tim).get(page).status_code == 404


def test_a_question_that_only_a_child_victim_raises_is_not_told_to_the_clerk(
    tim: User, question: ComputationException, sign_in: SignIn
) -> None:
    told = ComputationException.objects.create(
        person_id=question.person_id,
        computation=question.computation,
        rule="csc1_25",
        message="The victim was under 13",
        opened_at=timezone.now() - timedelta(days=1),
    )
    assert sign_in(tim).get(address(told)).status_code == 404


def test_an_agent_sees_decisions_and_makes_none(
    olivia: User, dana: Person, question: ComputationException, sign_in: SignIn
) -> None:
    browser = sign_in(olivia)
    assert browser.get(address(question)).status_code == 403
    page = browser.get(reverse("timecomp:person-dates", args=[dana.pk])).content.decode()
    assert "Settle<" not in page
