"""The nightly run: everybody once, nothing twice, whatever happens on the way."""

import multiprocessing
import os
import signal
from collections.abc import Callable
from datetime import date, timedelta
from threading import Event, Thread

import pytest
from django.db import connection, connections, transaction

from offenders.models import ParoleRelease, Sentence
from ots.access.viewer import NotAllowedError, system_viewer, viewer_for
from ots.audit.models import AuditEntry
from tests import factories
from timecomp.choices import Cause, RunState
from timecomp.models import Computation, NightlyRun
from timecomp.services.nightly import (
    RunIsOnError,
    at_work,
    compute_chunk,
    compute_next_chunk,
    finish_if_done,
    start_run,
    stopped_run,
    waiting_chunks,
)

PROGRAM = system_viewer("tests")
TODAY = date(2026, 11, 21)
TWO_AT_ONCE = 2

Execute = Callable[..., object]


@pytest.fixture
def five_people(transactional_db: None) -> list[Sentence]:
    """Five people with a sentence each, committed, so that other processes see them."""
    return [
        factories.add_sentence(
            factories.add_charge(factories.court_case(factories.person(f"Person{number}"))),
            minimum_years=number,
        )
        for number in range(1, 6)
    ]


def start(as_of: date = TODAY) -> NightlyRun:
    return start_run(PROGRAM, as_of=as_of, people_at_once=TWO_AT_ONCE)


def run_whole(as_of: date = TODAY) -> NightlyRun:
    run = start(as_of)
    while compute_next_chunk(run.pk):
        pass
    return finish_if_done(PROGRAM, run.pk)


def in_another_process(work: Callable[[], object]) -> int | None:
    connections.close_all()
    process = multiprocessing.get_context("fork").Process(target=work)
    process.start()
    process.join()
    return process.exitcode


def killing(execute: Execute, sql: str, *told: object) -> object:
    """Die with everything of the stretch written but the mark that it is done."""
    if sql.startswith('UPDATE "timecomp_nightlychunk"'):
        os.kill(os.getpid(), signal.SIGKILL)
    return execute(sql, *told)


def spoil_stored_result(sentence: Sentence) -> None:
    """Change what stands behind PostgreSQL's back: its own guard refuses it."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(
            "UPDATE timecomp_computation SET results_digest = 'spoilt' "
            "WHERE person_id = %s AND superseded_at IS NULL",
            [sentence.person_id],
        )


def rows() -> list[tuple[object, ...]]:
    return list(
        Computation.objects.order_by("pk").values_list(
            "person_id", "results_digest", "facts_digest", "superseded_at"
        )
    )


def test_everybody_is_computed_and_the_run_says_so(five_people: list[Sentence]) -> None:
    run = run_whole()
    assert run.state == RunState.FINISHED
    assert (run.people, run.recomputed, run.changed, run.moved) == (5, 5, 5, 0)
    assert run.touched["start_single"] == 5
    assert {each.run for each in Computation.objects.all()} == {run}
    assert AuditEntry.objects.filter(event="NIGHTLY_RUN_FINISHED").count() == 1


def test_the_trail_names_each_stretch_and_finds_nothing_changed_below(
    five_people: list[Sentence],
) -> None:
    run = start()
    while compute_next_chunk(run.pk):
        pass
    stretches = AuditEntry.objects.filter(event="NIGHTLY_STRETCH_COMPUTED", object_id=run.pk)
    assert sorted(each.additional_data["stored"] for each in stretches) == [1, 2, 2]
    found_below = AuditEntry.objects.filter(
        event="ROWS_CHANGED", content_type__app_label="timecomp", timestamp__gte=run.started_at
    )
    assert not found_below.exists()


def test_a_second_run_of_the_day_stores_nothing(five_people: list[Sentence]) -> None:
    run_whole()
    before = rows()
    second = run_whole()
    assert (second.recomputed, second.changed) == (5, 0)
    assert rows() == before


def test_a_run_finds_what_was_recorded_in_bulk_without_an_event(
    five_people: list[Sentence],
) -> None:
    run_whole()
    changed = five_people[2]
    ParoleRelease.objects.create(
        person=changed.person, released_on=date(2024, 2, 1), term_months=24
    )
    second = run_whole(TODAY + timedelta(days=1))
    standing = Computation.objects.get(person=changed.person, superseded_at=None)
    assert (second.recomputed, second.changed, second.moved) == (5, 1, 1)
    assert (standing.run, standing.cause) == (second, Cause.FACTS)
    assert standing.parole_discharge_date == date(2026, 2, 1)


def test_a_process_killed_on_the_way_leaves_nothing_half_done(
    five_people: list[Sentence],
) -> None:
    run = start()

    def die_when_the_stretch_is_to_be_marked() -> None:
        with connection.execute_wrapper(killing):
            compute_next_chunk(run.pk)

    assert compute_next_chunk(run.pk)
    assert in_another_process(die_when_the_stretch_is_to_be_marked) == -signal.SIGKILL
    assert len(waiting_chunks(run)) == 2
    assert Computation.objects.count() == 2

    assert start() == run
    finished = run_whole()
    assert finished == run
    assert (finished.recomputed, finished.changed) == (5, 5)
    people = [row[0] for row in rows()]
    assert sorted(people) == sorted(set(people))


def test_a_stretch_told_twice_is_done_once(five_people: list[Sentence]) -> None:
    run = start()
    [first, *_] = waiting_chunks(run)
    assert compute_chunk(first)
    assert not compute_chunk(first)
    run.refresh_from_db()
    assert run.recomputed == 2


def test_while_one_is_at_work_no_other_starts(five_people: list[Sentence]) -> None:
    run = start()
    is_locked, may_end = Event(), Event()

    def be_at_work() -> None:
        with at_work():
            is_locked.set()
            may_end.wait()
        connections.close_all()

    worker = Thread(target=be_at_work)
    worker.start()
    is_locked.wait()
    try:
        with pytest.raises(RunIsOnError):
            start()
    finally:
        may_end.set()
        worker.join()
    assert start() == run


def test_who_looks_for_a_stopped_run_keeps_none_from_starting(five_people: list[Sentence]) -> None:
    begun: list[NightlyRun] = []

    def begin_beside() -> None:
        begun.append(start())
        connections.close_all()

    with transaction.atomic():
        assert stopped_run() is None
        beside = Thread(target=begin_beside)
        beside.start()
        beside.join()
    assert [run.state for run in begun] == [RunState.RUNNING]


def test_a_run_of_another_day_that_was_stopped_is_abandoned(five_people: list[Sentence]) -> None:
    stopped = start(TODAY - timedelta(days=1))
    [chunk, *_] = waiting_chunks(stopped)
    begun = start()
    stopped.refresh_from_db()
    assert stopped.state == RunState.ABANDONED
    assert begun != stopped
    assert not compute_chunk(chunk)


def test_a_run_is_closed_by_its_last_stretch_only(five_people: list[Sentence]) -> None:
    run = start()
    compute_next_chunk(run.pk)
    assert finish_if_done(PROGRAM, run.pk).is_running


@pytest.mark.django_db
def test_only_who_may_run_computations_may_start_one(olivia: object) -> None:
    with pytest.raises(NotAllowedError):
        start_run(viewer_for(olivia), as_of=TODAY)


def test_a_result_that_differs_by_the_day_alone_is_told_apart_from_an_unexplained_one(
    five_people: list[Sentence],
) -> None:
    run_whole()
    by_day, by_nothing = five_people[:2]
    on_parole = ParoleRelease.objects.create(
        person=by_day.person, released_on=TODAY + timedelta(days=1), term_months=24
    )
    run_whole()
    spoil_stored_result(by_nothing)
    run = run_whole(on_parole.released_on)
    assert run.causes == {Cause.DAY: 1, Cause.UNEXPLAINED: 1}
    assert run.unexplained == 1


def test_each_stretch_says_who_did_it_and_what_it_stored(five_people: list[Sentence]) -> None:
    run = run_whole()
    chunks = list(run.chunks.all())
    assert [chunk.changed for chunk in chunks] == [2, 2, 1]
    assert all(chunk.worker.endswith(str(os.getpid())) and chunk.seconds > 0 for chunk in chunks)
    assert run.causes == {Cause.FIRST: 5}
