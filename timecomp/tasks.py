"""What Celery does: the night's run in stretches, and requests that were not answered at once."""

from celery import shared_task
from django.db import OperationalError
from django.utils import timezone

from ots.access.viewer import Viewer, system_viewer
from timecomp.models import NightlyRun
from timecomp.services import nightly as night
from timecomp.services.computing import ComputedMeanwhileError
from timecomp.services.gathering import close_window
from timecomp.services.impact import compute_in_background  # noqa: F401  # Celery finds it here
from timecomp.services.requests import answer_requests, people_waiting
from timecomp.services.summaries import send_summaries_waiting

# What passes by itself: a database that restarts, others at work on the same person.
PASSING = (OperationalError, ComputedMeanwhileError)

# The night's stretches wait while a person whose facts changed is computed.
AFTER_EVERYTHING_ELSE = 9


@shared_task(name="timecomp.tasks.recompute_person", autoretry_for=PASSING, retry_backoff=True)
def recompute_person(person_id: int) -> bool:
    """Answer what asks for a person's computation; False if it was answered meanwhile."""
    close_window(person_id)
    return answer_requests(person_id)


@shared_task(name="timecomp.tasks.answer_waiting_requests")
def answer_waiting_requests() -> int:
    """Send everybody whose requests still wait to the workers; returns how many."""
    waiting = people_waiting()
    for person_id in waiting:
        recompute_person.delay(person_id)
    return len(waiting)


@shared_task(
    name="timecomp.tasks.nightly",
    autoretry_for=(*PASSING, night.RunIsOnError),
    retry_backoff=True,
)
def nightly() -> int:
    """Start the night's run, or take up the one that was stopped; returns its number.

    Tried again some seconds later where the run of before is just being looked at or finished.
    """
    run = night.start_run(_viewer(), as_of=timezone.localdate())
    _send_what_waits(run)
    return run.pk


@shared_task(name="timecomp.tasks.keep_the_night_going")
def keep_the_night_going() -> bool:
    """Take a run up again at which nobody works, because a worker or a server died; True if so.

    A stretch sent twice is done once. A summary that could not be sent is tried again.
    """
    send_summaries_waiting(_viewer())
    run = night.stopped_run()
    if run is None:
        return False
    _send_what_waits(run)
    return True


@shared_task(
    name="timecomp.tasks.nightly_chunk",
    autoretry_for=PASSING,
    retry_backoff=True,
)
def nightly_chunk(run_id: int, chunk_id: int) -> bool:
    """Compute one stretch; the last one closes the run. Told twice, it does the work once."""
    done = night.compute_chunk(chunk_id)
    night.finish_if_done(_viewer(), run_id)
    return done


def _send_what_waits(run: NightlyRun) -> None:
    waiting = night.waiting_chunks(run)
    for chunk_id in waiting:
        nightly_chunk.apply_async((run.pk, chunk_id), priority=AFTER_EVERYTHING_ELSE)
    if not waiting:
        night.finish_if_done(_viewer(), run.pk)


def _viewer() -> Viewer:
    return system_viewer("the nightly run")
