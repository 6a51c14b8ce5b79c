"""What time computation shows on the pages of the record."""

from datetime import date

import pytest
from django.urls import reverse

from offenders.models import Person, Sentence
from offenders.services.judgment_entry import LaterPaper
from offenders.services.sentences import vacate_sentence
from ots.access.models import User
from ots.access.viewer import system_viewer, viewer_for
from tests import factories
from tests.conftest import SignIn
from timecomp.services.computing import compute_person

PROGRAM = system_viewer("tests")


@pytest.fixture
def computed(danas_sentence: Sentence) -> Sentence:
    """Dana's sentence with its computation."""
    compute_person(PROGRAM, danas_sentence.person_id)
    return danas_sentence


def sentence_url(sentence: Sentence) -> str:
    return reverse("offenders:sentence", args=[sentence.person_id, sentence.pk])


def test_the_persons_page_shows_the_dates_with_their_why(
    olivia: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    page = sign_in(olivia).get(reverse("offenders:person", args=[dana.pk])).content.decode()
    assert "Earliest release date" in page
    assert "Jan 15, 2025" in page
    assert (
        reverse("timecomp:person-date-worksheet", args=[dana.pk, "earliest_release_date"]) in page
    )


def test_police_see_the_persons_page_without_dates(
    paula: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    response = sign_in(paula).get(reverse("offenders:person", args=[dana.pk]))
    page = response.content.decode()
    assert response.status_code == 200
    assert "Earliest release date" not in page
    assert "Jan 15, 2025" not in page
    assert reverse("timecomp:person-dates", args=[dana.pk]) not in page


def test_the_sentences_page_shows_its_own_dates(
    olivia: User, computed: Sentence, sign_in: SignIn
) -> None:
    page = sign_in(olivia).get(sentence_url(computed)).content.decode()
    assert "Net maximum" in page
    assert "Jan 15, 2040" in page


def test_a_sentence_not_yet_computed_says_so(
    olivia: User, danas_sentence: Sentence, sign_in: SignIn
) -> None:
    assert b"No dates are computed yet" in sign_in(olivia).get(sentence_url(danas_sentence)).content


def test_what_a_clerk_saves_has_moved_the_dates_of_the_page_he_is_led_to(
    transactional_db: None, sign_in: SignIn
) -> None:
    clerk = factories.user("Tim", role="Records and time-computation clerk")
    case = factories.court_case(factories.person("Dana"))
    longer = factories.add_sentence(factories.add_charge(case), minimum_years=9)
    shorter = factories.add_sentence(factories.add_charge(case), minimum_years=5)
    compute_person(PROGRAM, longer.person_id)
    paper = LaterPaper(
        instead_of=longer.terms.get().pk, entered_on=date(2022, 5, 2), reason="reversed on appeal"
    )
    vacate_sentence(viewer_for(clerk), longer.pk, paper=paper)
    response = sign_in(clerk).get(
        reverse("timecomp:person-dates", args=[longer.person_id]), follow=True
    )
    page = response.content.decode()
    assert f"Sentence {shorter.label} controls" in page
    assert "recorded that a sentence was vacated" in page
    assert "Jan 15, 2029</time> → " in page
