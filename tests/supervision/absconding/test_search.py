"""The search for one who is out of touch."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from offenders.choices import Status
from offenders.services.process import WarrantEntry, record_warrant
from offenders.services.refusals import RefusedError
from ots.access.viewer import NotAllowedError, viewer_for
from ots.audit.models import Disclosure
from supervision.models import AbscondingEpisode, LocateAttempt
from supervision.rules.absconding import (
    DONE_BY,
    Stage,
    StageState,
    is_neglected,
    next_step,
    search_steps,
)
from supervision.services.absconding import (
    AttemptEntry,
    EpisodeEntry,
    close_episode,
    open_episode,
    record_attempt,
)
from tests.factories.person import RECORDER
from tests.factories.supervision_recommendations import day, out_of_touch

BEGAN = date(2026, 1, 1)
EVERY_METHOD = frozenset().union(*DONE_BY.values())


def states(methods, *, days):
    steps = search_steps(BEGAN, methods, as_of=BEGAN + timedelta(days=days))
    return {step.stage: step.state for step in steps}


@pytest.mark.parametrize(
    ("stage", "days"),
    [(Stage.ATTEMPTS, 3), (Stage.LETTER, 7), (Stage.STAFFING, 14), (Stage.WARRANT_REVIEW, 30)],
)
def test_each_step_is_due_on_its_day_and_overdue_the_day_after(stage, days):
    assert states([], days=days - 1)[stage] is StageState.AHEAD
    assert states([], days=days)[stage] is StageState.DUE
    assert states([], days=days + 1)[stage] is StageState.OVERDUE


def test_sixty_days_are_absconding_in_law_and_the_number_awaits_confirmation():
    assert states([], days=59)[Stage.LEGAL] is StageState.AHEAD
    assert states([], days=60)[Stage.LEGAL] is StageState.REACHED
    steps = search_steps(BEGAN, [], as_of=BEGAN)
    assert steps[-1].standing.awaits_counsel


def test_the_first_step_asks_for_every_kind_of_attempt():
    assert states(["call", "home_visit"], days=4)[Stage.ATTEMPTS] is StageState.OVERDUE
    done = states(["call", "home_visit", "collateral", "jail_check"], days=4)
    assert done[Stage.ATTEMPTS] is StageState.DONE


@given(st.sets(st.sampled_from(sorted(EVERY_METHOD))), st.integers(0, 400))
def test_more_attempts_never_undo_a_step(methods, days):
    before = states(methods, days=days)
    after = states(EVERY_METHOD, days=days)
    done = [stage for stage, state in before.items() if state is StageState.DONE]
    assert all(after[stage] is StageState.DONE for stage in done)


@given(st.sets(st.sampled_from(sorted(EVERY_METHOD))), st.integers(0, 400))
def test_the_next_step_is_the_first_not_done(methods, days):
    steps = search_steps(BEGAN, methods, as_of=BEGAN + timedelta(days=days))
    found = next_step(steps)
    open_ones = [each for each in steps if each.stage in DONE_BY and each.state != StageState.DONE]
    assert found == (open_ones[0] if open_ones else None)


def test_thirty_days_without_an_attempt_are_neglect_from_the_next_day():
    assert not is_neglected(BEGAN, BEGAN, as_of=BEGAN + timedelta(days=30))
    assert is_neglected(BEGAN, BEGAN, as_of=BEGAN + timedelta(days=31))


@pytest.mark.django_db
def test_a_person_is_out_of_touch_once_at_a_time(dana):
    out_of_touch(dana)
    with pytest.raises(RefusedError, match="already"):
        open_episode(RECORDER, dana.pk, EpisodeEntry(began_on=day(-3)))


@pytest.mark.django_db
def test_with_a_warrant_out_the_status_is_absconded_and_ends_with_the_search(dana):
    out_of_touch(dana)
    entry = WarrantEntry(number="W-1", kind="parole", issued_on=day(0))
    record_warrant(RECORDER, dana.pk, entry=entry)
    dana.refresh_from_db()
    assert dana.status == Status.ABSCONDED
    close_episode(RECORDER, dana.pk, ended_on=day(0), closing_reason="surrendered", note="")
    dana.refresh_from_db()
    assert dana.status != Status.ABSCONDED


@pytest.mark.django_db
def test_an_attempt_still_to_come_is_refused(dana, olivia):
    entry = AttemptEntry(
        made_at=timezone.now() + timedelta(hours=1), method="call", result="no_answer"
    )
    with pytest.raises(RefusedError, match="still to come"):
        record_attempt(viewer_for(olivia), dana.pk, entry)


@pytest.mark.django_db
def test_a_colleague_without_the_case_records_nothing(dana, oscar):
    with pytest.raises(NotAllowedError):
        open_episode(viewer_for(oscar), dana.pk, EpisodeEntry(began_on=day(-3)))


@pytest.mark.django_db
def test_an_attempt_is_logged_in_one_form(dana, olivia, sign_in):
    out_of_touch(dana)
    url = reverse("supervision:attempt-record", kwargs={"person": dana.pk})
    told = {"method": "call", "result": "no_answer", "made_at": "yesterday 2 pm", "note": ""}
    sign_in(olivia).post(url, told)
    assert LocateAttempt.objects.get(person=dana).method == "call"


@pytest.mark.django_db
def test_the_list_marks_one_for_whom_nobody_looked(dana, sam, sign_in):
    out_of_touch(dana, days=40)
    shown = sign_in(sam).get(reverse("supervision:absconders") + "?neglected=1").content.decode()
    assert dana.full_name in shown


@pytest.mark.django_db
def test_the_packet_for_the_police_is_a_pdf_that_is_logged(dana, olivia, sign_in):
    out_of_touch(dana)
    url = reverse("supervision:absconding-packet", kwargs={"person": dana.pk})
    assert sign_in(olivia).get(url).content.startswith(b"%PDF")
    assert Disclosure.objects.get().document == "police packet"


@pytest.mark.django_db
def test_a_search_is_closed_with_its_reason(dana, olivia, sign_in):
    out_of_touch(dana)
    url = reverse("supervision:absconding-close", kwargs={"person": dana.pk})
    told = {"closing_reason": "arrested", "ended_on": day(0).isoformat(), "note": "Traffic stop"}
    sign_in(olivia).post(url, told)
    closed = AbscondingEpisode.objects.get(person=dana, superseded_at=None)
    assert (closed.ended_on, closed.closing_reason) == (day(0), "arrested")
