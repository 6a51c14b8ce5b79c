"""The nightly runs, and how far one that is on has come."""

from django.urls import reverse

from ots.access.models import User
from tests.conftest import SignIn
from timecomp.choices import RunState
from timecomp.models import NightlyRun

URL = reverse("timecomp:nightly-runs")


def test_a_run_that_is_on_shows_how_far_it_has_come(tim: User, sign_in: SignIn) -> None:
    NightlyRun.objects.create(
        as_of="2026-11-21",
        law_version="x",
        started_at="2026-11-21T06:15:00Z",
        people=1000,
        recomputed=250,
    )
    page = " ".join(sign_in(tim).get(URL).content.decode().split())
    assert '<progress max="1000" value="250">' in page
    assert "25 %" in page


def test_a_finished_run_shows_people_a_second(tim: User, sign_in: SignIn) -> None:
    NightlyRun.objects.create(
        as_of="2026-11-21",
        law_version="x",
        state=RunState.FINISHED,
        started_at="2026-11-21T06:15:00Z",
        finished_at="2026-11-21T06:15:50Z",
        people=100_000,
        recomputed=100_000,
    )
    assert b"2,000" in sign_in(tim).get(URL).content


def test_without_a_run_it_says_when_the_first_comes(tim: User, sign_in: SignIn) -> None:
    assert b"No run yet" in sign_in(tim).get(URL).content


def test_an_agent_may_not_open_it(olivia: User, sign_in: SignIn) -> None:
    assert sign_in(olivia).get(URL).status_code == 403
