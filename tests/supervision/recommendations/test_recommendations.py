"""The way of a recommendation from the officer to its effect."""

from dataclasses import replace

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from offenders.services.refusals import RefusedError
from ots.access.viewer import NotAllowedError, viewer_for
from supervision.models import LevelPeriod, SupervisionPeriod
from supervision.rules.recommending import (
    CLOSED,
    Body,
    State,
    Step,
    StepError,
    after,
    steps_from,
)
from supervision.services.recommendations import Move, Proposal, move_on, prepare
from supervision.services.victim_notices import AttemptEntry, record_attempt
from tests.factories.person import RECORDER
from tests.factories.supervision_recommendations import day, eligible_person, victim

PROPOSAL = Proposal(
    kind="early_discharge",
    supervision_type="probation",
    body="court",
    why="Works full time, all classes done.",
    opportunity="probation_law",
)
RULING = {"decided_by": "Hon. A. Judge", "decided_on": day(0)}


@pytest.fixture
def term(dana):
    return eligible_person(dana)


def steps(row, *names, viewer=RECORDER):
    for name in names:
        ruling = RULING if name in ("grant", "deny") else {}
        row = move_on(viewer, row.pk, Move(step=name, reason="Because.", **ruling))
    return row


@pytest.mark.django_db
def test_the_facts_of_the_record_go_along(dana, olivia, term):
    made = prepare(viewer_for(olivia), dana.pk, PROPOSAL)
    assert made.state == "submitted"
    assert {each["key"] for each in made.facts} >= {"share_served", "programs_completed"}
    assert made.ends_before == term.expected_end_on


@pytest.mark.django_db
def test_a_granted_early_discharge_ends_the_term(dana, olivia, term):
    made = prepare(viewer_for(olivia), dana.pk, PROPOSAL)
    done = steps(made, "approve", "send", "grant", "complete")
    assert done.state == "completed"
    ended = SupervisionPeriod.objects.get(person=dana, superseded_at=None)
    assert (ended.ended_on, ended.termination_reason) == (timezone.localdate(), "Early discharge")


@pytest.mark.django_db
def test_a_victim_not_yet_told_holds_back_the_discharge(dana, olivia, term):
    victim(dana)
    made = steps(prepare(viewer_for(olivia), dana.pk, PROPOSAL), "approve", "send", "grant")
    with pytest.raises(RefusedError, match="1 victim notices"):
        steps(made, "complete")
    notice = dana.victim_notices.get()
    entry = AttemptEntry(made_at=timezone.now(), channel="mail", result="delivered")
    record_attempt(RECORDER, notice.pk, entry)
    assert steps(made, "complete").state == "completed"


@pytest.mark.django_db
def test_an_officer_does_not_approve(dana, olivia, term):
    made = prepare(viewer_for(olivia), dana.pk, PROPOSAL)
    with pytest.raises(NotAllowedError):
        steps(made, "approve", viewer=viewer_for(olivia))


@pytest.mark.django_db
def test_a_supervisor_does_not_approve_what_he_prepared(dana, sam, term):
    made = prepare(viewer_for(sam), dana.pk, PROPOSAL)
    with pytest.raises(RefusedError, match="Another supervisor"):
        steps(made, "approve", viewer=viewer_for(sam))


@pytest.mark.django_db
def test_one_of_another_district_reaches_nothing(dana, olivia, ruth, term):
    made = prepare(viewer_for(olivia), dana.pk, PROPOSAL)
    with pytest.raises(NotAllowedError):
        steps(made, "approve", viewer=viewer_for(ruth))


@pytest.mark.django_db
def test_a_second_one_of_the_kind_is_refused_while_one_is_open(dana, olivia, term):
    prepare(viewer_for(olivia), dana.pk, PROPOSAL)
    with pytest.raises(RefusedError, match="open already"):
        prepare(viewer_for(olivia), dana.pk, PROPOSAL)


@pytest.mark.django_db
def test_to_send_back_asks_for_a_reason(dana, olivia, term):
    made = prepare(viewer_for(olivia), dana.pk, PROPOSAL)
    with pytest.raises(RefusedError, match="Say why"):
        move_on(RECORDER, made.pk, Move(step="return"))


@pytest.mark.django_db
def test_a_lower_level_is_set_once_the_supervisor_approves_and_carries_it_out(dana, olivia, term):
    asked = replace(
        PROPOSAL, kind="downgrade", body="supervisor", level="minimum", opportunity="downgrade"
    )
    made = prepare(viewer_for(olivia), dana.pk, asked)
    assert steps(made, "approve").state == "granted"
    steps(made, "complete")
    assert LevelPeriod.objects.get(person=dana, superseded_at=None).level == "minimum"


@pytest.mark.django_db
@pytest.mark.parametrize(("days", "is_refused"), [(365, False), (367, True)])
def test_an_extension_is_a_year_at_most(dana, olivia, term, days, is_refused):
    after_ = term.expected_end_on.fromordinal(term.expected_end_on.toordinal() + days)
    asked = replace(PROPOSAL, kind="extension", opportunity="extension", ends_after=after_)
    if is_refused:
        with pytest.raises(RefusedError, match="1 year at most"):
            prepare(viewer_for(olivia), dana.pk, asked)
    else:
        steps(prepare(viewer_for(olivia), dana.pk, asked), "approve", "send", "grant", "complete")
        running = SupervisionPeriod.objects.get(person=dana, superseded_at=None)
        assert running.expected_end_on == after_


@given(st.sampled_from(Body), st.lists(st.sampled_from(Step), max_size=8))
def test_no_way_leads_out_of_what_is_closed(body, drawn):
    state = State.SUBMITTED
    for step in drawn:
        if step in steps_from(state):
            state = after(state, step, body=body)
        else:
            with pytest.raises(StepError):
                after(state, step, body=body)
        if state in CLOSED:
            assert steps_from(state) == ()


@given(st.lists(st.sampled_from(Step), max_size=10))
def test_nothing_is_carried_out_that_was_not_granted(drawn):
    state, seen = State.SUBMITTED, [State.SUBMITTED]
    for step in drawn:
        if step in steps_from(state):
            state = after(state, step, body=Body.COURT)
            seen.append(state)
    if State.COMPLETED in seen:
        assert seen[-2] is State.GRANTED or State.GRANTED in seen
