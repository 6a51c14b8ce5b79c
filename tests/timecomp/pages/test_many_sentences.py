"""Fifteen sentences with decades of credit: every page stays short, and leads to all of it."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from offenders.models import CourtCase, Misconduct, Person
from offenders.services.facts import correct_fact
from ots.access.models import User
from ots.access.viewer import system_viewer
from tests import factories
from tests.conftest import SignIn
from timecomp.services.computing import compute_person

PROGRAM = system_viewer("tests")
MOST_BYTES = 50_000
LETTERS = "ABCDEFGHIJKLMNO"


@pytest.fixture
def fifteen(dana: Person, danas_case: CourtCase) -> Person:
    """Fifteen sentences for crimes of 1990; the last controls, and one minimum was corrected."""
    sentences = [
        factories.add_sentence(
            factories.add_charge(danas_case, offense_date=date(1990, 5, 1)),
            sentenced_on=date(1991, 1, 15),
            minimum_years=10 + number,
            maximum_years=30 + number,
        )
        for number in range(len(LETTERS))
    ]
    Misconduct.objects.create(
        person=dana, violated_on="2001-03-05", found_guilty_on="2001-03-09", misconduct_class="I"
    )
    compute_person(PROGRAM, dana.pk)
    correct_fact(
        PROGRAM,
        sentences[0].terms.get(),
        person_id=dana.pk,
        reason="misread judgment",
        minimum_years=11,
    )
    compute_person(PROGRAM, dana.pk)
    return dana


def shown(client: Client, person: Person, page: str, query: str = "") -> str:
    """Return the page as it is sent, and hold it to its length."""
    answer = client.get(reverse(f"timecomp:{page}", args=[person.pk]) + query)
    assert answer.status_code == 200
    assert len(answer.content) < MOST_BYTES, (page, query)
    return answer.content.decode()


def test_no_page_of_dates_is_long_and_each_leads_to_every_sentence(
    tim: User, fifteen: Person, sign_in: SignIn
) -> None:
    client = sign_in(tim)
    worksheet = shown(client, fifteen, "person-worksheet")
    assert [letter for letter in LETTERS if f'?sentence={letter}"' not in worksheet] == []
    assert "<h2>Sentence O</h2>" in worksheet
    dates = shown(client, fifteen, "person-dates")
    assert [x for x in LETTERS if f"?sentence={x}#sentence-{x}" not in dates] == []
    shown(client, fifteen, "person-worksheet", "?sentence=all")
    shown(client, fifteen, "person-dates", "?sentence=all")
    shown(client, fifteen, "person-compare")


def test_a_sentence_asked_for_stands_whole_with_its_credits_by_year(
    tim: User, fifteen: Person, sign_in: SignIn
) -> None:
    client = sign_in(tim)
    worksheet = shown(client, fifteen, "person-worksheet", "?sentence=C")
    assert "<h2>Sentence C</h2>" in worksheet
    assert "<h2>Sentence O</h2>" not in worksheet
    assert "?sentence=C&amp;year=2001#credits-C-minimum" in worksheet
    assert "<h2>Sentence C</h2>" in shown(client, fifteen, "person-dates", "?sentence=C")


def test_a_year_asked_for_shows_its_months_and_what_each_lost(
    tim: User, fifteen: Person, sign_in: SignIn
) -> None:
    months = shown(sign_in(tim), fifteen, "person-worksheet", "?sentence=O&year=2001")
    assert '<time datetime="2001-02-01">Feb 1, 2001</time>' in months
    assert '<time datetime="2002-02-01">Feb 1, 2002</time>' not in months
    assert 'Misconduct <time datetime="2001-03-05">' in months


@pytest.mark.parametrize("query", ["?sentence=ZZ", "?year=²", "?year=99999999999"])
def test_what_no_sentence_is_called_shows_what_controls(
    query: str, tim: User, dana: Person, danas_sentence: object, sign_in: SignIn
) -> None:
    compute_person(PROGRAM, dana.pk)
    client = sign_in(tim)
    for page in ("person-worksheet", "person-dates"):
        assert "Sentence A</h2>" in shown(client, dana, page, query)
