"""Clerks decide what computations leave open: by name, with a reason, never rewritten."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from offenders.models import Person, Sentence
from offenders.services.facts import correct_fact
from offenders.services.refusals import RefusedError
from ots.access.models import User
from ots.access.viewer import NotAllowedError, Viewer, system_viewer, viewer_for
from ots.audit.models import AuditEntry
from tests import factories
from timecomp.models import ClerkDecision, Computation, ComputationException, NightlyRun
from timecomp.services import nightly
from timecomp.services.computing import compute_person
from timecomp.services.decisions import (
    OverrideEntry,
    let_stand,
    override_date,
    withdraw_decision,
)

PROGRAM = system_viewer("tests")
TODAY = timezone.localdate()


@pytest.fixture
def clerk(tim: User) -> Viewer:
    return viewer_for(tim)


@pytest.fixture
def question(danas_case) -> ComputationException:
    """Eight to ten years: more than two thirds of the maximum."""
    charge = factories.add_charge(danas_case, of=factories.statute("750.84", title="Assault"))
    sentence = factories.add_sentence(charge, minimum_years=8, maximum_years=10)
    compute_person(PROGRAM, sentence.person_id)
    return ComputationException.objects.get(rule="two_thirds_rule", closed_at=None)


@pytest.fixture
def computed(danas_sentence: Sentence) -> Computation:
    compute_person(PROGRAM, danas_sentence.person_id)
    return Computation.objects.get(superseded_at=None)


def entry(**changes: object) -> OverrideEntry:
    given = {
        "date_name": "earliest_release_date",
        "value": TODAY + timedelta(days=30),
        "authority": "Order of the court of appeals",
        "reason": "The court ordered it",
    }
    return OverrideEntry(**{**given, **changes})


def again(person_id: int, *, days: int = 0) -> Computation:
    compute_person(PROGRAM, person_id, as_of=TODAY + timedelta(days=days))
    return Computation.objects.get(person_id=person_id, superseded_at=None)


def is_open(question: ComputationException) -> bool:
    return ComputationException.objects.filter(rule=question.rule, closed_at=None).exists()


def test_a_question_that_is_let_stand_is_settled(clerk: Viewer, question) -> None:
    let_stand(clerk, question.pk, reason="Read the judgment: it says so")
    results = again(question.person_id).results
    assert not is_open(question)
    assert [each["rule"] for each in results["settled"]] == ["two_thirds_rule"]


def test_it_is_open_again_the_day_after_the_last_day(clerk: Viewer, question) -> None:
    let_stand(clerk, question.pk, reason="Until the court answers", until=TODAY)
    again(question.person_id)
    again(question.person_id, days=1)
    assert is_open(question)


def test_it_is_open_again_when_it_is_asked_in_other_words(clerk: Viewer, question) -> None:
    let_stand(clerk, question.pk, reason="Read the judgment")
    terms = question.person.sentences.get().terms.get(superseded_at=None)
    correct_fact(PROGRAM, terms, person_id=question.person_id, reason="amended", minimum_years=9)
    again(question.person_id)
    assert is_open(question)


def test_the_nightly_run_notices_that_a_decision_has_run_out(clerk: Viewer, question) -> None:
    let_stand(clerk, question.pk, reason="Until the court answers", until=TODAY)
    again(question.person_id)
    run = nightly.start_run(PROGRAM, as_of=TODAY + timedelta(days=1))
    for chunk in nightly.waiting_chunks(run):
        nightly.compute_chunk(chunk)
    nightly.finish_if_done(PROGRAM, run.pk)
    assert NightlyRun.objects.get(pk=run.pk).exceptions == 1
    assert is_open(question)


def test_who_why_and_when_are_in_the_trail(clerk: Viewer, question) -> None:
    made = let_stand(clerk, question.pk, reason="Read the judgment")
    assert (made.recorded_by, made.reason, made.decided_on) == (
        clerk.user,
        "Read the judgment",
        TODAY,
    )
    assert AuditEntry.objects.filter(event="DECISION_RECORDED", person_id=made.person_id).exists()


def test_a_decision_asks_for_the_computation_itself(
    clerk: Viewer, question, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        let_stand(clerk, question.pk, reason="Read the judgment")
    assert not is_open(question)


def test_without_a_reason_nothing_is_decided(clerk: Viewer, question) -> None:
    with pytest.raises(RefusedError, match="Say why"):
        let_stand(clerk, question.pk, reason=" ")


def test_an_agent_may_not_decide(olivia: User, question) -> None:
    with pytest.raises(NotAllowedError):
        let_stand(viewer_for(olivia), question.pk, reason="I think so")


def test_of_two_clerks_who_decide_one_question_the_second_is_told(
    clerk: Viewer, question, django_capture_on_commit_callbacks
) -> None:
    second = viewer_for(factories.user("Tess", role="Records and time-computation clerk"))
    with django_capture_on_commit_callbacks(execute=True):
        let_stand(clerk, question.pk, reason="Read the judgment")
    with pytest.raises(RefusedError, match="settled meanwhile"):
        let_stand(second, question.pk, reason="Read it too")


def test_an_override_holds_and_the_computed_date_is_kept(clerk: Viewer, computed) -> None:
    override_date(clerk, computed.person_id, entry=entry())
    now = again(computed.person_id)
    assert now.earliest_release_date == TODAY + timedelta(days=30)
    [kept] = now.results["overrides"]
    assert kept["system_value"] == computed.earliest_release_date.isoformat()
    assert now.maximum_discharge_date == computed.maximum_discharge_date


def test_an_override_that_runs_out_gives_the_computed_date_back(clerk: Viewer, computed) -> None:
    override_date(clerk, computed.person_id, entry=entry(until=TODAY))
    again(computed.person_id)
    then = again(computed.person_id, days=1)
    assert then.earliest_release_date == computed.earliest_release_date
    assert then.cause == "day"


def test_a_date_may_be_overridden_by_none(clerk: Viewer, computed) -> None:
    override_date(clerk, computed.person_id, entry=entry(value=None))
    assert again(computed.person_id).earliest_release_date is None


def test_a_second_override_of_a_date_takes_the_place_of_the_first(clerk: Viewer, computed) -> None:
    first = override_date(clerk, computed.person_id, entry=entry())
    again(computed.person_id)
    second = override_date(clerk, computed.person_id, entry=entry(value=TODAY, reason="Read anew"))
    assert second.supersedes == first
    assert second.system_value == computed.earliest_release_date
    assert again(computed.person_id).earliest_release_date == TODAY


def test_once_something_else_is_computed_the_override_is_put_before_a_clerk(
    clerk: Viewer, computed, danas_sentence: Sentence
) -> None:
    override_date(clerk, computed.person_id, entry=entry())
    terms = danas_sentence.terms.get(superseded_at=None)
    correct_fact(PROGRAM, terms, person_id=computed.person_id, reason="amended", minimum_years=4)
    now = again(computed.person_id)
    assert now.earliest_release_date == TODAY + timedelta(days=30)
    assert ComputationException.objects.filter(rule="decision_to_review", closed_at=None).exists()


def test_a_withdrawn_decision_holds_no_longer_and_stays_in_the_history(
    clerk: Viewer, computed
) -> None:
    made = override_date(clerk, computed.person_id, entry=entry())
    withdraw_decision(clerk, made.pk, reason="The order was set aside")
    assert again(computed.person_id).earliest_release_date == computed.earliest_release_date
    assert ClerkDecision.objects.count() == 2


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"date_name": "net_minimum"}, "date_name"),
        ({"sentence_label": "Q", "date_name": "net_minimum"}, "date_name"),
        ({"authority": " "}, "authority"),
        ({"value": TODAY + timedelta(days=40000)}, "value"),
        ({"until": TODAY - timedelta(days=1)}, "until"),
    ],
)
def test_an_override_that_cannot_be_is_refused_at_its_field(
    changes: dict[str, object], field: str, clerk: Viewer, computed
) -> None:
    with pytest.raises(RefusedError) as refused:
        override_date(clerk, computed.person_id, entry=entry(**changes))
    assert [each.field for each in refused.value.objections] == [field]


def test_the_database_refuses_to_change_a_decision(clerk: Viewer, computed) -> None:
    made = override_date(clerk, computed.person_id, entry=entry())
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE timecomp_clerkdecision SET value = now() WHERE id = %s", [made.pk])


def test_nobody_decides_without_a_name(dana: Person, computed) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        override_date(PROGRAM, dana.pk, entry=entry())
