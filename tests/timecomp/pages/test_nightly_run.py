"""One nightly run: how far it has come, how it went beside the one before, who did what."""

from datetime import UTC, date, datetime, timedelta

from django.urls import reverse

from ots.access.models import User
from tests.conftest import SignIn
from timecomp.choices import Cause, RunState
from timecomp.models import NightlyChunk, NightlyRun

MIDNIGHT = datetime(2026, 11, 20, 6, 15, tzinfo=UTC)


def a_run(days_later: int = 0, **given: object) -> NightlyRun:
    began = MIDNIGHT + timedelta(days=days_later)
    finished = {"state": RunState.FINISHED, "finished_at": began + timedelta(seconds=50)}
    plain = {"as_of": date(2026, 11, 20), "law_version": "x", "started_at": began, "people": 1000}
    return NightlyRun.objects.create(**{**plain, **finished, **given})


def text(sign_in: SignIn, user: User, run: NightlyRun) -> str:
    page = sign_in(user).get(reverse("timecomp:nightly-run", args=[run.pk]))
    return " ".join(page.content.decode().split())


def test_it_stands_beside_the_run_before(tim: User, sign_in: SignIn) -> None:
    a_run(changed=40)
    page = text(sign_in, tim, a_run(days_later=1, changed=100))
    row = page[page.index("Stored anew") :]
    assert [row.index(each) for each in (">100<", ">40<", ">60<")] == sorted(
        row.index(each) for each in (">100<", ">40<", ">60<")
    )


def test_a_run_that_is_on_keeps_its_page_up_to_date(tim: User, sign_in: SignIn) -> None:
    running = a_run(state=RunState.RUNNING, finished_at=None, recomputed=250)
    page = text(sign_in, tim, running)
    assert 'hx-trigger="every 2s"' in page
    assert "250 of 1,000 people (25 %)" in page


def test_a_finished_run_asks_for_nothing_more(tim: User, sign_in: SignIn) -> None:
    assert "hx-trigger" not in text(sign_in, tim, a_run())


def test_a_difference_without_a_cause_is_an_alarm(tim: User, sign_in: SignIn) -> None:
    page = text(sign_in, tim, a_run(causes={Cause.UNEXPLAINED.value: 3}))
    assert "Results differ without a cause" in page


def test_each_stretch_names_its_worker(tim: User, sign_in: SignIn) -> None:
    run = a_run()
    NightlyChunk.objects.create(
        run=run, first_person=1, last_person=9, people=9, worker="host-a 41", finished_at=MIDNIGHT
    )
    assert "host-a 41" in text(sign_in, tim, run)


def test_a_run_that_is_not_there_is_not_found(tim: User, sign_in: SignIn) -> None:
    assert sign_in(tim).get(reverse("timecomp:nightly-run", args=[404])).status_code == 404


def test_an_agent_may_not_open_it(olivia: User, sign_in: SignIn) -> None:
    page = sign_in(olivia).get(reverse("timecomp:nightly-run", args=[a_run().pk]))
    assert page.status_code == 403
