"""The page of one assessment: parts, moves, comparison, the level, and the printed page."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from offenders.models import CourtCase, Hearing, Person
from ots.access.closures import Closure
from ots.access.models import User
from supervision.models import LevelPeriod, Scoring
from tests import factories
from tests.conftest import SignIn
from tests.factories.supervision_risk import VPRAI, first_answers, scoring


@pytest.fixture
def scored(olivia: User, dana: Person) -> Scoring:
    """A score of level 3."""
    return scoring(olivia, dana)


@pytest.fixture
def browser(olivia: User, sign_in: SignIn) -> Client:
    """Olivia's browser."""
    return sign_in(olivia)


def url(made: Scoring, name: str = "scoring") -> str:
    return reverse(f"supervision:{name}", args=[made.person_id, made.pk])


def text(browser: Client, made: Scoring) -> str:
    return browser.get(url(made)).content.decode()


def test_every_item_stands_with_its_points(browser: Client, scored: Scoring) -> None:
    shown = browser.get(url(scored)).context["shown"]
    assert [part.points for part in shown.scales[0].parts] == [2, 0, 2, 2, 0, 0, 0, 0]
    assert [part.share for part in shown.scales[0].parts][:3] == [33, 0, 33]


def test_it_says_what_would_change_the_result(browser: Client, scored: Scoring) -> None:
    found = {move.label: move.becomes for move in browser.get(url(scored)).context["shown"].moves}
    assert found["History of drug abuse"] == "Level 4"


def test_a_provisional_result_gives_the_range(olivia: User, dana: Person, browser: Client) -> None:
    made = scoring(olivia, dana, answers={**VPRAI, "drug_abuse": None})
    page = text(browser, made)
    assert "between 6 and 8" in page
    assert "Provisional" in page


def test_it_is_compared_with_the_one_before(
    olivia: User, dana: Person, browser: Client, scored: Scoring
) -> None:
    later = scoring(olivia, dana, answers={**VPRAI, "unemployed": True}, scored_on=date(2026, 8, 1))
    changes = browser.get(url(later)).context["shown"].changes
    assert [(each.before, each.now) for each in changes] == [("No", "Yes")]


def test_what_the_agent_answered_otherwise_stands_out(
    olivia: User, dana: Person, danas_case: CourtCase, browser: Client
) -> None:
    Hearing.objects.create(
        person=dana, case=danas_case, purpose="x", scheduled_at="2026-01-05T15:00Z", outcome="FTA"
    )
    assert "The record says 1." in text(browser, scoring(olivia, dana))


def test_a_source_that_was_sealed_since_is_not_told(
    olivia: User, dana: Person, danas_case: CourtCase, browser: Client
) -> None:
    Hearing.objects.create(
        person=dana, case=danas_case, purpose="x", scheduled_at="2026-01-05T15:00Z", outcome="FTA"
    )
    made = scoring(olivia, dana)
    CourtCase.objects.filter(pk=danas_case.pk).update(closure=Closure.SEALED)
    assert "A row that is closed to you" in text(browser, made)


def test_a_supervisor_uses_the_level(sam: User, scored: Scoring, sign_in: SignIn) -> None:
    page = sign_in(sam)
    assert "Use this level: Medium" in text(page, scored)
    page.post(url(scored, "scoring-use"))
    assert LevelPeriod.objects.get(superseded_at=None, ended_on=None).level == "medium"


def test_an_agent_has_no_such_button(browser: Client, scored: Scoring) -> None:
    assert "Use this level" not in text(browser, scored)


def test_it_prints(browser: Client, scored: Scoring) -> None:
    answer = browser.get(url(scored, "scoring-print"))
    assert answer.content.startswith(b"%PDF")


def test_it_asks_a_constant_number_of_queries(
    olivia: User,
    dana: Person,
    browser: Client,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    made = scoring(olivia, dana, instrument="oras_cst", answers=first_answers("oras_cst"))
    browser.get(url(made))
    with django_assert_max_num_queries(40):
        browser.get(url(made))


def test_another_district_finds_nothing(ruth: User, scored: Scoring, sign_in: SignIn) -> None:
    assert sign_in(ruth).get(url(scored)).status_code == 404


def test_the_list_shows_it_with_its_result(browser: Client, scored: Scoring) -> None:
    page = browser.get(reverse("supervision:risk", args=[scored.person_id])).content.decode()
    assert "Level 3" in page
    assert url(scored) in page


def test_results_of_another_tool_stand_in_the_list(browser: Client, dana: Person) -> None:
    data = {
        "tool": "COMPAS",
        "assessed_on": "2026-05-01",
        "scale_1": "Risk of violence",
        "score_1": 3,
        "band_1": "Low",
    }
    browser.post(reverse("supervision:tool-results", args=[dana.pk]), data)
    page = browser.get(reverse("supervision:risk", args=[dana.pk])).content.decode()
    assert "COMPAS Risk of violence" in page


def test_a_decile_of_eleven_is_refused(browser: Client, dana: Person) -> None:
    data = {"tool": "COMPAS", "assessed_on": "2026-05-01", "scale_1": "x", "score_1": 11}
    answer = browser.post(reverse("supervision:tool-results", args=[dana.pk]), data)
    assert "score_1" in answer.context["form"].errors


def test_who_waits_is_listed_for_the_supervisor(
    olivia: User, sam: User, scored: Scoring, sign_in: SignIn
) -> None:
    ask = {"to_level": "4", "reason_code": "victim", "explanation": "Threats to the victim"}
    sign_in(olivia).post(url(scored, "override-ask"), ask)
    page = sign_in(sam).get(reverse("supervision:overrides"))
    [waiting] = page.context["waiting"]
    decide = reverse("supervision:override-decide", args=[scored.person_id, waiting.override.pk])
    sign_in(sam).post(decide, {"state": "approved", "decision_note": ""})
    [rate] = sign_in(sam).get(reverse("supervision:overrides")).context["rates"]
    assert (rate.scored, rate.up, rate.percent) == (1, 1, 100)


def test_rates_of_other_offices_are_not_shown(ruth: User, scored: Scoring, sign_in: SignIn) -> None:
    page = sign_in(ruth).get(reverse("supervision:overrides"))
    assert page.context["rates"] == []
    assert factories.office("Lansing Parole").name not in page.content.decode()
