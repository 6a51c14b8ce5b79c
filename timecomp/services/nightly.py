"""The nightly run: started once at a time, divided into stretches of people, finished by the last.

Whoever works on a run, the nightly task's workers or the command's processes, takes the next
stretch, computes it and marks it in one transaction. A process that dies leaves its stretch
undone, nothing half done, and nothing counted twice. A run that was stopped is taken up again by
the next start.
"""

import os
import socket
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.services import record
from timecomp.choices import RunState
from timecomp.models import NightlyChunk, NightlyRun
from timecomp.selectors.record_reading import Stretch
from timecomp.selectors.stretches import stretches_of_everybody
from timecomp.services.computing import Tally, compute_stretch
from timecomp.services.evaluated import current_law
from timecomp.services.law_versions import keep_law
from timecomp.services.pace import without_collecting
from timecomp.services.storing import Prompt
from timecomp.services.summaries import send_summary

# Any number that no other lock of this database uses.
RUN_LOCK = 7_910_033
WORKER_LENGTH = 80


class RunIsOnError(Exception):
    """Another run is at work; wait until it has finished."""


def start_run(viewer: Viewer, *, as_of: date, people_at_once: int | None = None) -> NightlyRun:
    """Start a run, or take up the one that was stopped; raises ``RunIsOnError`` while one works."""
    viewer.require(Permission.COMPUTATION_RUN)
    with transaction.atomic():
        _be_alone()
        unfinished = NightlyRun.objects.filter(state=RunState.RUNNING).first()
        if unfinished is not None and _is_the_same(unfinished, as_of):
            return unfinished
        _abandon(unfinished)
        return _new_run(as_of, people_at_once or settings.NIGHTLY_PEOPLE_IN_A_STRETCH)


@contextmanager
def at_work() -> Iterator[None]:
    """Keep others from starting a run while this process has people at work on one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock_shared(%s)", [RUN_LOCK])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock_shared(%s)", [RUN_LOCK])


def stopped_run() -> NightlyRun | None:
    """Return the run that is not finished while nobody works on it, if there is one."""
    if not NightlyRun.objects.filter(state=RunState.RUNNING).exists():
        # The lock is left alone: asked each minute, this would keep a run from being started.
        return None
    with transaction.atomic():
        try:
            _be_alone()
        except RunIsOnError:
            return None
        return NightlyRun.objects.filter(state=RunState.RUNNING).first()


def waiting_chunks(run: NightlyRun) -> list[int]:
    """Return the keys of the run's stretches that nobody has done."""
    return list(run.chunks.filter(finished_at=None).values_list("pk", flat=True))


def compute_chunk(chunk_id: int) -> bool:
    """Compute one stretch; False if it is done, in other hands, or its run has ended."""
    with transaction.atomic():
        _be_at_work()
        chunk = _take(NightlyChunk.objects.filter(pk=chunk_id))
        return chunk is not None and _compute(chunk)


def compute_next_chunk(run_id: int) -> bool:
    """Compute the next stretch that nobody has in hand; False when none is left."""
    with transaction.atomic():
        _be_at_work()
        chunk = _take(NightlyChunk.objects.filter(run_id=run_id))
        return chunk is not None and _compute(chunk)


def finish_if_done(viewer: Viewer, run_id: int) -> NightlyRun:
    """Close the run if its last stretch is done, with what each rule touched; once only."""
    with transaction.atomic():
        run = NightlyRun.objects.select_for_update().get(pk=run_id)
        if not run.is_running or run.chunks.filter(finished_at=None).exists():
            return run
        NightlyRun.objects.filter(pk=run_id).update(
            state=RunState.FINISHED,
            finished_at=timezone.now(),
            touched=_total(run, "touched"),
            causes=_total(run, "causes"),
        )
        run.refresh_from_db()
        record(
            Event.NIGHTLY_RUN_FINISHED,
            actor=viewer.user,
            target=run,
            details={"people": run.recomputed, "changed": run.changed, "moved": run.moved},
        )
        transaction.on_commit(partial(send_summary, viewer, run_id), robust=True)
    return run


def _be_alone() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [RUN_LOCK])
        [is_alone] = cursor.fetchone()
    if not is_alone:
        raise RunIsOnError("A nightly run is at work: wait until it has finished.")


def _be_at_work() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [RUN_LOCK])


def _is_the_same(run: NightlyRun, as_of: date) -> bool:
    return run.as_of == as_of and run.law_version == current_law()


def _abandon(run: NightlyRun | None) -> None:
    if run is not None:
        NightlyRun.objects.filter(pk=run.pk).update(
            state=RunState.ABANDONED, finished_at=timezone.now()
        )


def _new_run(as_of: date, people_at_once: int) -> NightlyRun:
    keep_law()
    stretches = stretches_of_everybody(people_at_once)
    run = NightlyRun.objects.create(
        as_of=as_of,
        law_version=current_law(),
        started_at=timezone.now(),
        people=sum(people for _, people in stretches),
    )
    NightlyChunk.objects.bulk_create(
        NightlyChunk(run=run, first_person=stretch.first, last_person=stretch.last, people=people)
        for stretch, people in stretches
    )
    return run


def _take(chunks: QuerySet[NightlyChunk]) -> NightlyChunk | None:
    free = chunks.filter(finished_at=None, run__state=RunState.RUNNING)
    return free.select_for_update(skip_locked=True, of=("self",)).select_related("run").first()


def _compute(chunk: NightlyChunk) -> bool:
    with without_collecting():
        tally = compute_stretch(
            Stretch(chunk.first_person, chunk.last_person),
            as_of=chunk.run.as_of,
            prompt=Prompt(run_id=chunk.run_id),
        )
    NightlyChunk.objects.filter(pk=chunk.pk).update(
        finished_at=timezone.now(),
        worker=f"{socket.gethostname()} {os.getpid()}"[:WORKER_LENGTH],
        seconds=tally.seconds,
        changed=tally.changed,
        failed=tally.failed,
        touched=dict(tally.touched),
        causes=dict(tally.causes),
    )
    _add_to_run(chunk.run_id, tally)
    _note(chunk, tally)
    return True


def _note(chunk: NightlyChunk, tally: Tally) -> None:
    """The stretch in the trail: rows that no event explains would stand there as found changed."""
    record(
        Event.NIGHTLY_STRETCH_COMPUTED,
        actor=None,
        target=chunk.run,
        details={
            "first_person": chunk.first_person,
            "last_person": chunk.last_person,
            "stored": tally.changed,
            "moved": tally.moved,
        },
    )


def _add_to_run(run_id: int, tally: Tally) -> None:
    NightlyRun.objects.filter(pk=run_id).update(
        recomputed=F("recomputed") + tally.recomputed,
        changed=F("changed") + tally.changed,
        moved=F("moved") + tally.moved,
        exceptions=F("exceptions") + tally.exceptions,
        failed=F("failed") + tally.failed,
        read_seconds=F("read_seconds") + tally.read_seconds,
        evaluate_seconds=F("evaluate_seconds") + tally.evaluate_seconds,
        write_seconds=F("write_seconds") + tally.write_seconds,
    )


def _total(run: NightlyRun, counts: str) -> dict[str, int]:
    """The counts of that name of all stretches together."""
    total: Counter[str] = Counter()
    for part in run.chunks.values_list(counts, flat=True):
        total.update(part)
    return dict(sorted(total.items()))
