"""The form of an assessment: confirmed from the record, answered, or left open."""

import pytest
from django.test import Client
from django.urls import reverse

from offenders.models import CourtCase, Hearing, Person
from ots.access.models import User
from supervision.models import Scoring
from tests.conftest import SignIn
from tests.factories.supervision_risk import VPRAI, first_answers

COMMON = {"scored_on": "2026-05-04", "occasion": "initial"}
HTML_LIMIT = 50_000


def url(person: Person, instrument: str = "vprai_r") -> str:
    return reverse("supervision:risk-assess", args=[person.pk, instrument])


def typed(answers: dict[str, object]) -> dict[str, str]:
    return {**COMMON, **{f"item_{name}": str(value) for name, value in answers.items()}}


@pytest.fixture
def missed(dana: Person, danas_case: CourtCase) -> Hearing:
    """A court date that Dana missed."""
    return Hearing.objects.create(
        person=dana,
        case=danas_case,
        purpose="Arraignment",
        scheduled_at="2026-03-01T15:00Z",
        outcome="Failed to appear",
    )


@pytest.fixture
def browser(olivia: User, sign_in: SignIn) -> Client:
    """Olivia's browser."""
    return sign_in(olivia)


def test_it_says_what_the_record_says_and_links_to_it(
    browser: Client, dana: Person, missed: Hearing
) -> None:
    page = browser.get(url(dana)).content.decode()
    assert "1 missed court date ever." in page
    assert reverse("offenders:person-legal", args=[dana.pk]) in page


def test_answers_are_scored_and_shown(browser: Client, dana: Person) -> None:
    answer = browser.post(url(dana), typed(dict(VPRAI)))
    made = Scoring.objects.get()
    assert answer["Location"] == reverse("supervision:scoring", args=[dana.pk, made.pk])
    assert made.level == "3"


def test_a_number_is_confirmed_with_one_tick(
    browser: Client, dana: Person, missed: Hearing
) -> None:
    answers = {**VPRAI, "failures_to_appear": ""}
    browser.post(url(dana), {**typed(answers), "confirm_failures_to_appear": "on"})
    assert Scoring.objects.get().answers["failures_to_appear"] == 1


def test_what_is_neither_confirmed_nor_answered_is_missing(
    browser: Client, dana: Person, missed: Hearing
) -> None:
    browser.post(url(dana), typed({**VPRAI, "failures_to_appear": "", "drug_abuse": ""}))
    assert Scoring.objects.get().missing == ["failures_to_appear", "drug_abuse"]


def test_confirming_one_number_and_typing_another_is_asked_about(
    browser: Client, dana: Person, missed: Hearing
) -> None:
    data = {**typed({**VPRAI, "failures_to_appear": 3}), "confirm_failures_to_appear": "on"}
    answer = browser.post(url(dana), data)
    assert "You confirmed 1 and typed 3" in answer.content.decode()
    assert not Scoring.objects.exists()


def test_a_day_to_come_is_refused(browser: Client, dana: Person) -> None:
    answer = browser.post(url(dana), {**typed(dict(VPRAI)), "scored_on": "2999-01-01"})
    assert "scored_on" in answer.context["form"].errors


@pytest.mark.parametrize("instrument", ["pattern", "compas", "nothing"])
def test_what_may_not_be_scored_has_no_form(browser: Client, dana: Person, instrument: str) -> None:
    assert browser.get(url(dana, instrument)).status_code == 404


@pytest.mark.parametrize("instrument", ["oras_cst", "wisconsin", "need_screen"])
def test_the_longest_forms_stay_light(browser: Client, dana: Person, instrument: str) -> None:
    assert len(browser.get(url(dana, instrument)).content) < HTML_LIMIT


def test_unconfirmed_tables_say_so(browser: Client, dana: Person) -> None:
    assert "Not confirmed" in browser.get(url(dana, "oras_cst")).content.decode()


def test_completing_keeps_what_was_answered(browser: Client, dana: Person) -> None:
    browser.post(url(dana), typed({**VPRAI, "drug_abuse": ""}))
    first = Scoring.objects.get()
    complete = reverse("supervision:scoring-complete", args=[dana.pk, first.pk])
    form = browser.get(complete).context["form"]
    assert form["item_pending_charge"].value() == "True"
    items = {name: each for name, each in typed(dict(VPRAI)).items() if name not in COMMON}
    browser.post(complete, items)
    made = Scoring.objects.get(superseded_at=None)
    assert (made.missing, made.supersedes) == ([], first)


def test_every_answer_of_a_long_form_arrives(browser: Client, dana: Person) -> None:
    browser.post(url(dana, "oras_cst"), typed(dict(first_answers("oras_cst"))))
    assert Scoring.objects.get().answers == first_answers("oras_cst")


def test_a_clerk_has_no_form(tim: User, dana: Person, sign_in: SignIn) -> None:
    assert sign_in(tim).get(url(dana)).status_code == 403
