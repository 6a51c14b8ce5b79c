"""The tasks with a real broker and a real worker."""

from collections.abc import Iterator
from datetime import date, timedelta
from time import sleep
from uuid import uuid4

import pytest
from celery.contrib.testing.worker import start_worker
from django.utils import timezone

from offenders.models import Sentence
from ots import celery_app
from tests import factories
from timecomp import tasks
from timecomp.choices import RunState
from timecomp.models import Computation, NightlyRun, RecomputationRequest

SECONDS_TO_WAIT = 120
SECONDS_BETWEEN_LOOKS = 0.05


@pytest.fixture
def worker(transactional_db: None) -> Iterator[None]:
    """A worker that reads a queue of this test alone, so that others' tasks stay others'."""
    queue = f"test-{uuid4().hex}"
    before = celery_app.conf.task_default_queue
    celery_app.conf.task_default_queue = queue
    # The queues known so far would keep the name they were made with.
    celery_app.amqp.__dict__.pop("queues", None)
    celery_app.amqp.__dict__.pop("router", None)
    with start_worker(celery_app, pool="solo", queues=[queue], perform_ping_check=False):
        yield
    celery_app.conf.task_default_queue = before
    celery_app.amqp.__dict__.pop("queues", None)
    celery_app.amqp.__dict__.pop("router", None)


@pytest.fixture
def danas_committed_sentence(transactional_db: None) -> Sentence:
    """Five to twenty years, committed so that the worker sees it."""
    case = factories.court_case(factories.person())
    return factories.add_sentence(factories.add_charge(case))


def wait_for_run(run_id: int) -> NightlyRun:
    until = timezone.now() + timedelta(seconds=SECONDS_TO_WAIT)
    run = NightlyRun.objects.get(pk=run_id)
    while run.is_running and timezone.now() < until:
        sleep(SECONDS_BETWEEN_LOOKS)
        run.refresh_from_db()
    return run


@pytest.mark.usefixtures("worker")
def test_the_night_is_computed_by_workers(danas_committed_sentence: Sentence) -> None:
    run_id = tasks.nightly.delay().get(timeout=SECONDS_TO_WAIT)
    run = wait_for_run(run_id)
    assert (run.state, run.recomputed, run.changed) == (RunState.FINISHED, 1, 1)
    assert Computation.objects.get().earliest_release_date == date(2025, 1, 15)


@pytest.mark.usefixtures("worker")
def test_a_request_that_waits_is_sent_to_the_workers(danas_committed_sentence: Sentence) -> None:
    RecomputationRequest.objects.create(
        person=danas_committed_sentence.person, prompted_by="SENTENCE_IMPOSED"
    )
    RecomputationRequest.objects.update(requested_at=timezone.now() - timedelta(minutes=5))
    assert tasks.answer_waiting_requests.delay().get(timeout=SECONDS_TO_WAIT) == 1
    until = timezone.now() + timedelta(seconds=SECONDS_TO_WAIT)
    while RecomputationRequest.objects.exists() and timezone.now() < until:
        sleep(SECONDS_BETWEEN_LOOKS)
    assert Computation.objects.get().prompted_by == "SENTENCE_IMPOSED"


@pytest.mark.django_db
def test_a_night_without_anybody_is_finished_at_once() -> None:
    run = NightlyRun.objects.get(pk=tasks.nightly.apply().get())
    assert (run.state, run.people) == (RunState.FINISHED, 0)
