"""The pages of proposed laws: choosing, setting, running, reading, comparing, and who may."""

from datetime import date

import pytest
from django.urls import reverse

from offenders.models import CourtCase
from offenders.services.seals import CourtOrder, Sealable, seal
from ots.access.models import User
from ots.access.viewer import system_viewer
from ots.audit.models import AuditEntry
from tests import factories
from tests.conftest import SignIn
from tests.wording import says
from timecomp.choices import ImpactState
from timecomp.models import Computation, ImpactPerson, ImpactRun
from timecomp.services.impact import compute_impact_run

START = reverse("timecomp:impact-start", args=["wi_tis_85"])
SET = {
    "title": "Four fifths",
    "applies_to": "everyone",
    "applies_since": "",
    "parameters-0-value": "80",
    "assumptions-granted_percent": "100",
    "assumptions-parole_today_percent": "100",
    "assumptions-parole_percent": "100",
    "assumptions-deferral_months": "0",
}


@pytest.fixture
def ana(db: None) -> User:
    """Analyst: reads figures, sees no person's record."""
    return factories.user("Ana", role="Analyst")


@pytest.fixture
def sentenced(db: None) -> None:
    """Two people with ten years under truth in sentencing."""
    for name in ("Dee", "Eve"):
        case = factories.court_case(factories.person(name))
        factories.add_sentence(factories.add_charge(case), minimum_years=10)


@pytest.fixture
def run(sentenced: None, ana: User, sign_in: SignIn) -> ImpactRun:
    """A run that Ana set and a worker has computed."""
    sign_in(ana).post(START, SET)
    made = ImpactRun.objects.get()
    compute_impact_run(made.pk)
    made.refresh_from_db()
    return made


def test_every_shipped_law_is_listed(ana: User, sign_in: SignIn) -> None:
    page = sign_in(ana).get(reverse("timecomp:impact")).content.decode()
    assert "Truth in sentencing at 85 per cent" in page


def test_the_form_offers_the_amount_with_todays(ana: User, sign_in: SignIn) -> None:
    page = sign_in(ana).get(START).content.decode()
    assert "Share of the minimum to be served" in page
    assert "percent; today 100" in page


def test_a_run_keeps_what_was_set(run: ImpactRun) -> None:
    assert (run.title, "value = 80" in run.scenario) == ("Four fifths", True)


def test_a_run_has_the_figures_of_the_law_as_set(run: ImpactRun) -> None:
    assert (run.state, run.figures["earlier"]) == (ImpactState.FINISHED, 2)


def test_the_figures_are_shown_with_what_was_assumed(
    run: ImpactRun, ana: User, sign_in: SignIn
) -> None:
    page = sign_in(ana).get(reverse("timecomp:impact-run", args=[run.pk])).content.decode()
    assert "Reaches everyone, sentences of the past too." in page
    assert "chart-releases" in page


def test_a_run_that_is_on_keeps_itself_up_to_date(
    sentenced: None, ana: User, sign_in: SignIn
) -> None:
    page = sign_in(ana).post(START, SET, follow=True).content.decode()
    assert 'hx-trigger="every 2s"' in page


def test_starting_and_finishing_are_in_the_trail(run: ImpactRun) -> None:
    events = set(AuditEntry.objects.values_list("event", flat=True))
    assert {"IMPACT_RUN_STARTED", "IMPACT_RUN_FINISHED"} <= events


def test_nothing_in_the_record_changes(run: ImpactRun) -> None:
    assert not Computation.objects.exists()


def test_told_twice_a_run_is_kept_once(run: ImpactRun) -> None:
    compute_impact_run(run.pk)
    assert ImpactPerson.objects.filter(run=run).count() == 2


def test_an_impossible_rate_is_refused_in_words(ana: User, sign_in: SignIn) -> None:
    wrong = {**SET, "assumptions-granted_percent": "101"}
    page = sign_in(ana).post(START, wrong).content.decode()
    assert "must be a per cent from 0 to 100" in page
    assert not ImpactRun.objects.exists()


def test_a_change_from_a_day_on_asks_for_the_day(ana: User, sign_in: SignIn) -> None:
    page = sign_in(ana).post(START, {**SET, "applies_to": "sentences"}).content.decode()
    assert "Enter the first day of what the change reaches." in page


def test_an_analyst_reads_no_person(run: ImpactRun, ana: User, sign_in: SignIn) -> None:
    page = sign_in(ana).get(reverse("timecomp:impact-people", args=[run.pk])).content.decode()
    assert "Not open to your role" in page
    assert not says(page, "Dee")


def test_a_clerk_reads_the_people_it_moves(run: ImpactRun, tim: User, sign_in: SignIn) -> None:
    page = sign_in(tim).get(reverse("timecomp:impact-people", args=[run.pk])).content.decode()
    assert "Dee" in page


def test_a_clerk_downloads_the_people_it_moves(run: ImpactRun, tim: User, sign_in: SignIn) -> None:
    answer = sign_in(tim).get(reverse("timecomp:impact-people-export", args=[run.pk]))
    assert len(answer.content.decode().splitlines()) == 3


def test_an_analyst_may_download_no_people(run: ImpactRun, ana: User, sign_in: SignIn) -> None:
    answer = sign_in(ana).get(reverse("timecomp:impact-people-export", args=[run.pk]), follow=True)
    assert "Your role may not download lists of people." in answer.content.decode()


def test_an_agent_who_may_export_lists_exports_no_run(
    run: ImpactRun, olivia: User, sign_in: SignIn
) -> None:
    answer = sign_in(olivia).get(reverse("timecomp:impact-people-export", args=[run.pk]))
    assert answer.status_code == 403


def test_the_scenario_as_run_can_be_run_by_the_command(
    run: ImpactRun, ana: User, sign_in: SignIn
) -> None:
    answer = sign_in(ana).get(reverse("timecomp:impact-scenario-export", args=[run.pk]))
    assert 'id = "tis_percent"\nvalue = 80' in answer.content.decode()


def test_two_runs_stand_side_by_side(run: ImpactRun, ana: User, sign_in: SignIn) -> None:
    browser = sign_in(ana)
    browser.post(START, {**SET, "title": "Nine tenths", "parameters-0-value": "90"})
    other = ImpactRun.objects.exclude(pk=run.pk).get()
    compute_impact_run(other.pk)
    url = reverse("timecomp:impact-compare", args=[run.pk])
    page = browser.get(url, {"other": other.pk}).content.decode()
    assert "Four fifths" in page
    assert "Nine tenths" in page


def test_a_comparison_without_a_second_run_leads_back_to_the_first(
    run: ImpactRun, ana: User, sign_in: SignIn
) -> None:
    answer = sign_in(ana).get(reverse("timecomp:impact-compare", args=[run.pk]))
    assert answer["Location"] == reverse("timecomp:impact-run", args=[run.pk])


def test_an_agent_reads_no_figures(run: ImpactRun, olivia: User, sign_in: SignIn) -> None:
    answer = sign_in(olivia).get(reverse("timecomp:impact-run", args=[run.pk]))
    assert answer.status_code == 403


def test_a_law_that_is_not_shipped_is_not_found(ana: User, sign_in: SignIn) -> None:
    answer = sign_in(ana).get(reverse("timecomp:impact-start", args=["nothing"]))
    assert answer.status_code == 404


def test_what_was_computed_before_a_record_was_sealed_is_left_out(
    run: ImpactRun, tim: User, sign_in: SignIn
) -> None:
    case = CourtCase.objects.get(person__first_name="Dee")
    order = CourtOrder(
        court_id=case.court_id,
        order_number="O-1",
        ordered_on=date(2026, 5, 4),
        authority="780.621",
    )
    seal(system_viewer("tests"), case.person_id, what=Sealable(case_id=case.pk), order=order)
    page = sign_in(tim).get(reverse("timecomp:impact-people", args=[run.pk])).content.decode()
    assert not says(page, "Dee")
