"""Dates follow the facts: at once, and without fail."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date, timedelta

import pytest
from celery import current_app
from django.db import OperationalError, connection, transaction
from django.utils import timezone
from kombu.exceptions import OperationalError as BrokerError

from offenders.models import Misconduct, ParoleRelease, Phone, Sentence
from offenders.services.facts import add_fact, correct_fact
from ots.access.models import User
from ots.access.viewer import system_viewer
from timecomp import tasks
from timecomp.models import Computation, RecomputationRequest
from timecomp.services.gathering import close_window, gathered
from timecomp.services.requests import answer_requests, people_waiting

pytestmark = pytest.mark.django_db
PROGRAM = system_viewer("tests")
TEN = 10
Execute = Callable[..., object]
Commit = Callable[..., AbstractContextManager[list[Callable[[], object]]]]


@pytest.fixture
def commit(django_capture_on_commit_callbacks: Commit) -> Iterator[Commit]:
    """What happens when the transaction of the block is committed."""
    yield lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def messages(monkeypatch: pytest.MonkeyPatch, danas_sentence: Sentence) -> Iterator[list[int]]:
    """The people of whom the broker was told; nobody takes its messages."""
    told: list[int] = []
    monkeypatch.setattr(current_app, "send_task", lambda _name, args, **_: told.append(args[0]))
    yield told
    close_window(danas_sentence.person_id)


def shorten(sentence: Sentence) -> None:
    correct_fact(
        PROGRAM,
        sentence.terms.get(superseded_at=None),
        person_id=sentence.person_id,
        reason="misread judgment",
        minimum_years=4,
    )


def standing(sentence: Sentence) -> Computation | None:
    return Computation.objects.filter(person=sentence.person_id, superseded_at=None).first()


def test_the_new_dates_stand_once_the_correction_is_committed(
    danas_sentence: Sentence, commit: Commit
) -> None:
    with commit():
        shorten(danas_sentence)
    assert standing(danas_sentence).earliest_release_date == date(2024, 1, 15)
    assert standing(danas_sentence).prompted_by == "FACT_CORRECTED"
    assert not RecomputationRequest.objects.exists()


def test_the_computation_names_the_person_whose_entry_prompted_it(
    tim: User, danas_sentence: Sentence, commit: Commit
) -> None:
    RecomputationRequest.objects.create(
        person=danas_sentence.person, prompted_by="SENTENCE_IMPOSED", actor=tim
    )
    answer_requests(danas_sentence.person_id)
    assert standing(danas_sentence).actor == tim


def test_one_computation_answers_all_requests_of_a_transaction(
    danas_sentence: Sentence, commit: Commit
) -> None:
    with commit():
        for day in (date(2021, 2, 1), date(2021, 3, 1)):
            add_fact(
                PROGRAM,
                Misconduct,
                person_id=danas_sentence.person_id,
                violated_on=day,
                found_guilty_on=day,
                misconduct_class="I",
            )
    assert Computation.objects.count() == 1
    assert len(standing(danas_sentence).facts["misconduct"]) == 2


def test_a_fact_on_which_no_date_hangs_asks_for_nothing(
    danas_sentence: Sentence, commit: Commit
) -> None:
    with commit():
        add_fact(
            PROGRAM,
            Phone,
            person_id=danas_sentence.person_id,
            kind="home",
            number="517-555-0100",
            began_on=date(2026, 1, 1),
        )
    assert not Computation.objects.exists()


def test_a_fact_that_is_rolled_back_asks_for_nothing(danas_sentence: Sentence) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        shorten(danas_sentence)
        raise RuntimeError
    assert not RecomputationRequest.objects.exists()


def test_what_fails_at_once_waits_and_is_answered_later(
    danas_sentence: Sentence, commit: Commit
) -> None:
    def restarting(execute: Execute, sql: str, *rest: object) -> object:
        if "timecomp_computation" in sql:
            raise OperationalError("the server is restarting")
        return execute(sql, *rest)

    with connection.execute_wrapper(restarting), commit():
        shorten(danas_sentence)
    waiting = RecomputationRequest.objects.get()
    assert waiting.attempts == 1
    assert standing(danas_sentence) is None
    RecomputationRequest.objects.update(requested_at=timezone.now() - timedelta(minutes=1))
    assert people_waiting() == [danas_sentence.person_id]
    assert answer_requests(danas_sentence.person_id)
    assert standing(danas_sentence) is not None


def test_a_request_just_made_is_left_to_the_process_that_made_it(
    danas_sentence: Sentence,
) -> None:
    shorten(danas_sentence)
    assert RecomputationRequest.objects.exists()
    assert people_waiting() == []


def test_nothing_waiting_is_answered_with_nothing(danas_sentence: Sentence) -> None:
    assert not answer_requests(danas_sentence.person_id)
    assert not Computation.objects.exists()


def test_a_parole_release_moves_the_parole_discharge_date(
    danas_sentence: Sentence, commit: Commit
) -> None:
    with commit():
        add_fact(
            PROGRAM,
            ParoleRelease,
            person_id=danas_sentence.person_id,
            released_on=date(2025, 2, 1),
            term_months=24,
        )
    assert standing(danas_sentence).parole_discharge_date == date(2027, 2, 1)


def test_ten_amendments_of_a_feed_are_sent_to_the_workers_once(
    danas_sentence: Sentence, commit: Commit, messages: list[int]
) -> None:
    with gathered():
        for _ in range(TEN):
            with commit():
                shorten(danas_sentence)
    assert messages == [danas_sentence.person_id]
    assert RecomputationRequest.objects.count() == TEN
    assert not Computation.objects.exists()


def test_one_computation_answers_all_that_a_feed_recorded(
    danas_sentence: Sentence, commit: Commit, messages: list[int]
) -> None:
    with gathered():
        for _ in range(TEN):
            with commit():
                shorten(danas_sentence)
    assert tasks.recompute_person(danas_sentence.person_id)
    assert Computation.objects.count() == 1
    assert not RecomputationRequest.objects.exists()


def test_what_a_feed_records_after_the_window_opens_another(
    danas_sentence: Sentence, commit: Commit, messages: list[int]
) -> None:
    with gathered():
        for _ in range(2):
            with commit():
                shorten(danas_sentence)
            tasks.recompute_person(danas_sentence.person_id)
    assert len(messages) == 2


def test_a_feed_whose_broker_is_gone_leaves_the_request_to_the_minutes_task(
    danas_sentence: Sentence, commit: Commit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise BrokerError("connection refused")

    monkeypatch.setattr(current_app, "send_task", refuse)
    with gathered(), commit():
        shorten(danas_sentence)
    RecomputationRequest.objects.update(requested_at=timezone.now() - timedelta(minutes=1))
    assert people_waiting() == [danas_sentence.person_id]
