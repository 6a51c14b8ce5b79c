"""The why of a date, step by step."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from offenders.models import ParoleRelease, Person, Sentence
from offenders.services.facts import correct_fact
from ots.access.categories import Action, Category, category_codename
from ots.access.models import User
from ots.access.viewer import system_viewer
from tests.conftest import SignIn
from timecomp.models import Computation
from timecomp.selectors.seen_steps import WITHHELD
from timecomp.services.computing import compute_person

PROGRAM = system_viewer("tests")
STEP = "The sentence of January 15, 2020 less 0 days of jail credit starts on January 15, 2020."


@pytest.fixture
def computed(danas_sentence: Sentence) -> Sentence:
    """Dana's sentence with its computation."""
    compute_person(PROGRAM, danas_sentence.person_id)
    return danas_sentence


def url(person: Person, key: str) -> str:
    return reverse("timecomp:person-date-worksheet", args=[person.pk, key])


def take_away(user: User, category: Category) -> None:
    codename = category_codename(category, Action.VIEW)
    user.groups.get().permissions.remove(Permission.objects.get(codename=codename))


def test_the_release_date_follows_from_the_sentence_that_controls(
    olivia: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    response = sign_in(olivia).get(url(dana, "earliest_release_date"))
    sections = response.context["sheet"].sections
    assert [section.topic.value for section in sections] == [
        "earliest_release_date",
        "regime",
        "start",
        "calendar_minimum",
        "net_minimum",
        "parole_eligibility",
    ]
    assert STEP in response.content.decode()


def test_each_step_names_its_rule_and_law_and_whether_counsel_confirmed_it(
    olivia: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    page = sign_in(olivia).get(url(dana, "A-start")).content.decode()
    assert f"{reverse('timecomp:law-rules')}?rule=start_single" in page
    assert "MCL 769.11b" in page
    assert "Awaits confirmation by counsel" in page


def test_a_sentences_date_stands_first_and_then_what_leads_to_it(
    olivia: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    sheet = sign_in(olivia).get(url(dana, "A-net_minimum")).context["sheet"]
    assert (sheet.sentence, sheet.label, sheet.day) == ("A", "Net minimum", date(2025, 1, 15))
    assert [section.topic.value for section in sheet.sections][:2] == ["net_minimum", "regime"]


@pytest.mark.parametrize("key", ["tomorrow", "B-start", "A-regime", "A-earliest_release_date", "-"])
def test_a_date_that_there_is_not_is_not_found(
    olivia: User, dana: Person, computed: Sentence, sign_in: SignIn, key: str
) -> None:
    assert sign_in(olivia).get(url(dana, key)).status_code == 404


def test_a_step_on_facts_that_the_role_does_not_include_is_withheld(
    olivia: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    take_away(olivia, Category.LEGAL)
    page = sign_in(olivia).get(url(dana, "A-start")).content.decode()
    assert WITHHELD in page
    assert STEP not in page


def test_supervision_facts_are_withheld_from_victim_services(
    vic: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    ParoleRelease.objects.create(person=dana, released_on=date(2025, 2, 3), term_months=24)
    compute_person(PROGRAM, dana.pk)
    page = sign_in(vic).get(url(dana, "parole_discharge_date")).content.decode()
    assert "Feb 3, 2027" in page
    assert "February 3, 2025" not in page


def test_without_the_category_of_dates_there_is_no_worksheet(
    olivia: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    take_away(olivia, Category.TIME)
    assert sign_in(olivia).get(url(dana, "A-start")).status_code == 404


def test_the_steps_are_those_of_the_stored_facts_not_of_a_fact_not_yet_computed(
    olivia: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    correct_fact(
        PROGRAM,
        computed.terms.get(superseded_at=None),
        person_id=dana.pk,
        reason="misread judgment",
        minimum_years=4,
    )
    sheet = sign_in(olivia).get(url(dana, "A-net_minimum")).context["sheet"]
    assert sheet.day == date(2025, 1, 15)
    assert not sheet.law_has_changed


def store_as(stored: Computation, **changes: object) -> None:
    """Put another computation in the place of the one that stands."""
    Computation.objects.filter(pk=stored.pk).update(superseded_at=stored.computed_at)
    stored.pk = None
    for name, value in changes.items():
        setattr(stored, name, value)
    stored.save()


def test_it_says_when_the_steps_follow_a_newer_law_book(
    olivia: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    store_as(Computation.objects.get(), law_version="an older book")
    page = sign_in(olivia).get(url(dana, "A-start")).content.decode()
    assert "The law book has changed since" in page
    assert "Another date stands" not in page


def test_it_warns_when_todays_law_book_gives_another_date(
    olivia: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    store_as(Computation.objects.get(), earliest_release_date=date(2025, 1, 1))
    page = sign_in(olivia).get(url(dana, "earliest_release_date")).content.decode()
    assert "Another date stands" in page
    assert "Jan 1, 2025" in page


def test_another_district_finds_nothing(
    ruth: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    assert sign_in(ruth).get(url(dana, "A-start")).status_code == 404


def test_a_step_that_tells_of_a_child_victim_is_withheld_with_its_rule(
    tim: User, olivia: User, danas_sentence: Sentence, sign_in: SignIn
) -> None:
    correct_fact(
        PROGRAM,
        danas_sentence.charge.particulars.get(),
        person_id=danas_sentence.person_id,
        reason="amended",
        offense_code="750.520b",
        flags=["victim_under_13"],
    )
    compute_person(PROGRAM, danas_sentence.person_id)
    names = ("earliest_release_date", "A-start", "A-calendar_minimum", "A-net_minimum")
    pages = {}
    for user in (tim, olivia):
        client = sign_in(user)
        pages[user] = "".join(
            client.get(
                reverse("timecomp:person-date-worksheet", args=[danas_sentence.person_id, name])
            ).content.decode()
            + client.get(
                reverse("timecomp:person-dates", args=[danas_sentence.person_id])
            ).content.decode()
            for name in names
        )
    assert "victim was under 13" in pages[olivia]
    for told in ("under 13", "csc1_25"):
        assert told not in pages[tim]
