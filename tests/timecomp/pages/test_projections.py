"""The pages of projections: stating the rates, reading the lines, the file, and who may."""

import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from offenders.models import Sentence
from ots.access.models import User
from ots.access.viewer import system_viewer, viewer_for
from ots.audit.models import AuditEntry
from tests import factories
from tests.conftest import SignIn
from timecomp.choices import ImpactState
from timecomp.law.proposals.editing import as_toml, shipped_values
from timecomp.models import ImpactRun, Projection
from timecomp.projection.rates import Rates
from timecomp.services.computing import compute_person
from timecomp.services.impact import compute_impact_run, start_impact_run
from timecomp.services.projecting import NoFiguresError, make_projection

PAGE = reverse("timecomp:projections")
STATED = {
    "run": "",
    "paroled_percent": "70",
    "deferral_months": "12",
    "parole_months": "24",
    "return_percent": "10",
    "return_months": "9",
    "admitted_person": "4",
}
NOBODY_NEW = Rates(admissions={})


@pytest.fixture
def ana(db: None) -> User:
    """Analyst: reads figures, sees no person's record."""
    return factories.user("Ana", role="Analyst")


@pytest.fixture
def in_prison(db: None) -> list[Sentence]:
    """Two people in prison for many years, sentenced last year."""
    sentences = []
    for name in ("Dee", "Eve"):
        person = factories.person(name)
        charge = factories.add_charge(factories.court_case(person))
        last_year = timezone.localdate().replace(year=timezone.localdate().year - 1, day=1)
        sentence = factories.add_sentence(
            charge, sentenced_on=last_year, minimum_years=6, maximum_years=20
        )
        factories.add_custody(person, began_on=last_year)
        compute_person(system_viewer("tests"), person.pk)
        sentences.append(sentence)
    return sentences


@pytest.fixture
def run(in_prison: list[Sentence], ana: User) -> ImpactRun:
    """A finished run of a law by which less of the minimum is served."""
    text = as_toml(shipped_values("wi_tis_85"))
    made = start_impact_run(viewer_for(ana), scenario_id="wi_tis_85", text=text)
    compute_impact_run(made.pk)
    return made


def test_an_analyst_states_the_rates_and_reads_what_comes_of_them(
    ana: User, sign_in: SignIn, in_prison
) -> None:
    page = sign_in(ana).post(PAGE, STATED, follow=True).content.decode()
    assert "4 people a month are admitted for offenses of the group person" in page
    assert "70 per cent leave in the month" in page


def test_the_rates_are_kept_as_the_users_own_statement(ana, sign_in: SignIn, in_prison) -> None:
    sign_in(ana).post(PAGE, STATED)
    kept = Projection.objects.get().rates
    assert (kept["standing"], kept["admissions"]) == ("stated by the user", {"person": 4.0})


def test_making_one_is_in_the_trail(ana: User, sign_in: SignIn, in_prison) -> None:
    sign_in(ana).post(PAGE, STATED)
    assert AuditEntry.objects.filter(event="PROJECTION_MADE", actor=ana).exists()


def test_a_share_above_all_is_refused_beside_its_field(ana, sign_in: SignIn, in_prison) -> None:
    page = sign_in(ana).post(PAGE, {**STATED, "paroled_percent": "101"}).content.decode()
    assert "less than or equal to 100" in page
    assert not Projection.objects.exists()


def test_the_run_of_a_law_leads_to_its_projection(ana: User, sign_in: SignIn, run) -> None:
    page = sign_in(ana).get(reverse("timecomp:impact-run", args=[run.pk])).content.decode()
    assert f"{PAGE}?run={run.pk}" in page


def test_a_law_that_releases_sooner_shows_fewer_in_prison(ana: User, run: ImpactRun) -> None:
    made = make_projection(viewer_for(ana), rates=NOBODY_NEW, run_id=run.pk)
    months = made.figures["months"].values()
    assert sum(each["change"]["prison"] for each in months) < sum(
        each["today"]["prison"] for each in months
    )


def test_a_law_that_moves_nobody_gives_two_equal_lines(ana: User, run: ImpactRun) -> None:
    run.people.all().delete()
    made = make_projection(viewer_for(ana), rates=NOBODY_NEW, run_id=run.pk)
    assert all(each["today"] == each["change"] for each in made.figures["months"].values())


def test_everybody_in_prison_is_counted_on_the_first_day(ana: User, in_prison) -> None:
    made = make_projection(viewer_for(ana), rates=NOBODY_NEW)
    assert next(iter(made.figures["months"].values()))["today"]["prison"] == 2


def test_a_run_without_figures_is_refused(ana: User, run: ImpactRun) -> None:
    ImpactRun.objects.update(state=ImpactState.FAILED)
    with pytest.raises(NoFiguresError, match=str(run.pk)):
        make_projection(viewer_for(ana), rates=NOBODY_NEW, run_id=run.pk)


def test_the_file_holds_every_month_and_what_was_assumed(ana, sign_in: SignIn, run) -> None:
    made = make_projection(viewer_for(ana), rates=NOBODY_NEW, run_id=run.pk)
    url = reverse("timecomp:projection-export", args=[made.pk])
    lines = sign_in(ana).get(url).content.decode().splitlines()
    assert lines[0].startswith("month,today_prison,today_parole")
    assert sum(line[:2] == "20" for line in lines) == 120
    assert any(line.startswith("assumed,") for line in lines)


def test_a_projection_that_is_not_there_is_not_found(ana: User, sign_in: SignIn) -> None:
    assert sign_in(ana).get(reverse("timecomp:projection", args=[404])).status_code == 404


def test_an_agent_may_not_open_them(olivia: User, sign_in: SignIn) -> None:
    assert sign_in(olivia).get(PAGE).status_code == 403


def call(*arguments: str) -> str:
    out = io.StringIO()
    call_command("timecomp", "project", *arguments, stdout=out)
    return out.getvalue()


def test_the_command_prints_the_same_as_json(in_prison) -> None:
    told = json.loads(call("--json", "--admissions", "person=3", "--paroled-percent", "60"))
    assert (len(told["months"]), told["standing"]) == (120, "stated by the user")
    assert "3 people a month are admitted for offenses of the group person." in told["assumed"]


def test_the_command_prints_what_was_assumed(in_prison) -> None:
    assert "Assumed (stated by the user): Parole lasts 24 months" in call()


def test_the_command_refuses_a_share_above_all(in_prison) -> None:
    with pytest.raises(CommandError, match="paroled_percent") as refused:
        call("--paroled-percent", "101")
    assert refused.value.returncode == 2
