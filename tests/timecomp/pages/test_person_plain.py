"""The sheet in plain words and what a victim may be told: the pages, the print, the trail."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse

from offenders.models import PersonClosure, Sentence
from offenders.models.restriction import ClosureKind
from ots.access.models import User
from ots.access.viewer import system_viewer
from ots.audit.models import AuditEntry, Disclosure
from tests import factories
from tests.conftest import SignIn
from timecomp.services.computing import compute_person


@pytest.fixture
def dated(danas_sentence: Sentence) -> int:
    """Dana, whose dates are computed."""
    compute_person(system_viewer("tests"), danas_sentence.person_id)
    return danas_sentence.person_id


def get(sign_in: SignIn, user: User, name: str, person: int, **query: str):
    return sign_in(user).get(f"{reverse(f'timecomp:{name}', args=[person])}?{urlencode(query)}")


def test_the_sheet_is_in_english_unless_asked(tim: User, sign_in: SignIn, dated: int) -> None:
    page = get(sign_in, tim, "person-plain", dated).content.decode()
    assert "First day you can be let go" in page


def test_the_sheet_is_in_spanish_when_asked(tim: User, sign_in: SignIn, dated: int) -> None:
    page = get(sign_in, tim, "person-plain", dated, language="es").content.decode()
    assert "Primer día en que puede salir" in page
    assert 'lang="es"' in page


@pytest.mark.parametrize("language", ["en", "es"])
def test_it_prints_in_both_languages(tim, sign_in: SignIn, dated: int, language: str) -> None:
    answer = get(sign_in, tim, "person-plain-print", dated, language=language)
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")


def test_printing_is_in_the_trail_and_in_the_log(tim: User, sign_in: SignIn, dated: int) -> None:
    get(sign_in, tim, "person-plain-print", dated)
    entry = AuditEntry.objects.filter(event="WORKSHEET_EXPORTED").latest("pk")
    assert "plain dates" in str(entry.additional_data)
    assert Disclosure.objects.get().document == "plain dates"


def test_without_dates_there_is_no_sheet(tim: User, sign_in: SignIn, dana) -> None:
    assert get(sign_in, tim, "person-plain", dana.pk).status_code == 404


def test_an_agent_out_of_reach_finds_neither(oscar: User, sign_in: SignIn, dated: int) -> None:
    names = ("person-plain", "person-plain-print", "victim-dates")
    assert {get(sign_in, oscar, name, dated).status_code for name in names} == {404}


def test_victim_services_reads_what_may_be_told(vic: User, sign_in: SignIn, dated: int) -> None:
    page = get(sign_in, vic, "victim-dates", dated).content.decode()
    assert "A registered victim may be told this" in page


def test_of_a_closed_record_nothing_may_be_told(sign_in: SignIn, dated: int, custodian) -> None:
    PersonClosure.objects.create(person_id=dated, kind=ClosureKind.PROTECTED)
    page = get(sign_in, custodian, "victim-dates", dated).content.decode()
    assert "Nothing may be told" in page


@pytest.fixture
def custodian(db: None) -> User:
    """Who may open restricted records."""
    return factories.user("Rosa", role="Restricted records custodian")
