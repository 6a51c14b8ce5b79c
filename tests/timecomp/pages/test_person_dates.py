"""A person's dates: what stands, what is to be settled, how it came about."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from offenders.models import ConsecutiveLink, Person, Sentence
from offenders.services.facts import correct_fact
from ots.access.models import User
from ots.access.viewer import system_viewer
from ots.audit.models import AuditEntry
from tests import factories
from tests.conftest import SignIn
from timecomp.models import Computation
from timecomp.services.computing import compute_person
from timecomp.templatetags.law import rule_title

PROGRAM = system_viewer("tests")


@pytest.fixture
def computed(danas_sentence: Sentence) -> Sentence:
    """Dana's sentence with its computation."""
    compute_person(PROGRAM, danas_sentence.person_id, event="SENTENCE_IMPOSED")
    return danas_sentence


def url(person: Person) -> str:
    return reverse("timecomp:person-dates", args=[person.pk])


def shorten(sentence: Sentence) -> None:
    correct_fact(
        PROGRAM,
        sentence.terms.get(superseded_at=None),
        person_id=sentence.person_id,
        reason="misread judgment",
        minimum_years=4,
    )
    compute_person(PROGRAM, sentence.person_id, event="FACT_CORRECTED")


def test_it_shows_the_dates_and_which_sentence_controls(
    olivia: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    page = sign_in(olivia).get(url(dana)).content.decode()
    assert '<time datetime="2025-01-15">Jan 15, 2025</time>' in page
    assert '<time datetime="2040-01-15">Jan 15, 2040</time>' in page
    assert "Sentence A controls" in page


def test_each_date_leads_to_its_why(
    olivia: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    page = sign_in(olivia).get(url(dana)).content.decode()
    for key in ("earliest_release_date", "maximum_discharge_date", "A-net_minimum", "A-start"):
        assert reverse("timecomp:person-date-worksheet", args=[dana.pk, key]) in page


def test_a_life_sentence_says_life_where_there_is_no_date(
    olivia: User, dana: Person, danas_case: object, sign_in: SignIn
) -> None:
    factories.add_sentence(
        factories.add_charge(
            danas_case, of=factories.statute("750.316(1)(a)", title="First-degree murder")
        ),
        kind="life",
        minimum_years=0,
        maximum_years=0,
        is_life_maximum=True,
    )
    compute_person(PROGRAM, dana.pk)
    page = sign_in(olivia).get(url(dana)).content.decode()
    assert "Life: no date" in page


def test_what_a_person_must_settle_stands_on_top(
    olivia: User, dana: Person, danas_case: object, computed: Sentence, sign_in: SignIn
) -> None:
    second = factories.add_sentence(factories.add_charge(danas_case))
    ConsecutiveLink.objects.create(terms=second.terms.get(), after=computed)
    compute_person(PROGRAM, dana.pk)
    page = sign_in(olivia).get(url(dana)).content.decode()
    assert "To be settled by a person" in page
    assert page.index("To be settled") < page.index("Earliest release date")
    assert rule_title("cons_needs_statute") in page
    assert rule_title("cons_needs_statute") != "cons_needs_statute"


def test_the_history_tells_what_moved_and_why(
    olivia: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    shorten(computed)
    response = sign_in(olivia).get(url(dana))
    newest, first = response.context["history"]
    assert newest.cause == "A fact was recorded or corrected"
    assert newest.prompted_by == "corrected a fact"
    assert (newest.moves[0].before, newest.moves[0].after) == (
        date(2025, 1, 15),
        date(2024, 1, 15),
    )
    assert (first.cause, first.moves) == ("First computation", ())


def test_a_person_without_a_sentence_has_no_dates_and_is_told_why(
    olivia: User, dana: Person, sign_in: SignIn
) -> None:
    assert b"No dates are computed" in sign_in(olivia).get(url(dana)).content


def test_the_view_is_recorded_with_the_category_of_dates(
    olivia: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    sign_in(olivia).get(url(dana))
    entry = AuditEntry.objects.filter(event="PERSON_VIEWED", actor=olivia).latest("pk")
    assert "time" in entry.categories


def test_an_agent_of_the_office_without_the_case_finds_nothing(
    oscar: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    assert sign_in(oscar).get(url(dana)).status_code == 404


def test_police_may_not_open_it(
    paula: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    assert sign_in(paula).get(url(dana)).status_code == 403


def test_more_sentences_take_no_more_queries(
    olivia: User, dana: Person, danas_case: object, computed: Sentence, sign_in: SignIn
) -> None:
    browser = sign_in(olivia)
    browser.get(url(dana))
    with CaptureQueriesContext(connection) as one:
        browser.get(url(dana))
    for _ in range(3):
        factories.add_sentence(factories.add_charge(danas_case))
    compute_person(PROGRAM, dana.pk)
    with CaptureQueriesContext(connection) as many:
        browser.get(url(dana))
    assert len(many) == len(one)


def test_a_clerk_computes_again_and_is_told_nothing_moved(
    tim: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    target = reverse("timecomp:person-compute", args=[dana.pk])
    response = sign_in(tim).post(target, follow=True)
    assert b"every date is as it was" in response.content
    assert Computation.objects.count() == 1


def test_a_clerk_computes_what_was_never_computed(
    tim: User, dana: Person, danas_sentence: Sentence, sign_in: SignIn
) -> None:
    response = sign_in(tim).post(reverse("timecomp:person-compute", args=[dana.pk]), follow=True)
    assert b"Jan 15, 2025" in response.content
    assert Computation.objects.get().actor == tim


def test_an_agent_may_not_compute(
    olivia: User, dana: Person, danas_sentence: Sentence, sign_in: SignIn
) -> None:
    target = reverse("timecomp:person-compute", args=[dana.pk])
    assert sign_in(olivia).post(target).status_code == 403
    assert not Computation.objects.exists()


def test_a_link_alone_computes_nothing(tim: User, dana: Person, sign_in: SignIn) -> None:
    target = reverse("timecomp:person-compute", args=[dana.pk])
    assert sign_in(tim).get(target).status_code == 405
