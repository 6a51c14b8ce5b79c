"""The page of cases, counts and sentences."""

from datetime import date

from django.urls import reverse

from offenders.models import CourtCase, Person, Sentence
from offenders.services.cases import Particulars, amend_charge
from ots.access.models import User
from ots.access.viewer import system_viewer
from tests import factories
from tests.conftest import SignIn
from tests.offenders.queries import queries


def url(person: Person) -> str:
    return reverse("offenders:person-legal", args=[person.pk])


def test_it_leads_from_case_to_sentence(
    tim: User, danas_sentence: Sentence, dana: Person, sign_in: SignIn
) -> None:
    content = sign_in(tim).get(url(dana)).content.decode()
    assert danas_sentence.charge.case.docket_number in content
    assert "Count 1: Armed robbery" in content
    assert "Convicted by plea" in content
    assert "5 years to 20 years" in content


def test_it_shows_what_a_sentence_follows(
    tim: User, danas_sentence: Sentence, dana: Person, sign_in: SignIn
) -> None:
    later = factories.add_sentence(
        factories.add_charge(danas_sentence.charge.case), consecutive_authority="768.7a(2)"
    )
    later.terms.get().follows.create(after=danas_sentence)
    assert b"runs after A (768.7a(2))" in sign_in(tim).get(url(dana)).content


def test_it_keeps_what_was_charged_before(
    tim: User, danas_case: CourtCase, dana: Person, sign_in: SignIn
) -> None:
    charge = factories.add_charge(danas_case)
    amend_charge(
        system_viewer("tests"),
        charge,
        particulars=Particulars(description="Unarmed robbery", offense_date=date(2019, 5, 1)),
        reason="Plea agreement",
    )
    content = sign_in(tim).get(url(dana)).content.decode()
    assert "Count 1: Unarmed robbery" in content
    assert "Armed robbery" in content
    assert "Plea agreement" in content


def test_more_counts_cost_no_more_queries(
    tim: User, danas_sentence: Sentence, dana: Person, sign_in: SignIn
) -> None:
    client = sign_in(tim)
    few = queries(client, url(dana))
    for _ in range(4):
        case = factories.court_case(dana)
        factories.add_sentence(factories.add_charge(case))
        factories.add_charge(case)
    assert queries(client, url(dana)) == few


def test_the_police_read_that_their_role_excludes_it(
    paula: User, danas_sentence: Sentence, dana: Person, sign_in: SignIn
) -> None:
    content = sign_in(paula).get(url(dana)).content.decode()
    assert "Your role does not include cases" in content
    assert danas_sentence.charge.case.docket_number not in content


def test_an_agent_is_not_offered_to_enter_a_sentence(
    olivia: User, danas_case: CourtCase, dana: Person, sign_in: SignIn
) -> None:
    factories.add_charge(danas_case)
    assert b"Enter" not in sign_in(olivia).get(url(dana)).content


def test_an_agent_of_another_caseload_finds_nothing(
    oscar: User, dana: Person, sign_in: SignIn
) -> None:
    assert sign_in(oscar).get(url(dana)).status_code == 404
