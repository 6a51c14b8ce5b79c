"""The nightly runs, and what the last one touched."""

from collections.abc import Mapping

from django.db.models import QuerySet

from ots.access.fields import Seen, mask, may_access
from ots.access.viewer import Viewer
from timecomp.choices import RunState
from timecomp.models import NightlyRun, RecomputationRequest


def people_touched(viewer: Viewer) -> Mapping[str, int] | None:
    """Return how many people each rule and parameter touched in the last finished run, if any."""
    if not may_access(viewer, NightlyRun, "touched"):
        return None
    last = NightlyRun.objects.filter(state=RunState.FINISHED).only("touched").first()
    return None if last is None else last.touched


def nightly_runs() -> QuerySet[NightlyRun]:
    """Return all runs, newest first; pages cut the list and mask it."""
    return NightlyRun.objects.defer("touched")


def current_run(viewer: Viewer, *, seen: Seen) -> object | None:
    """Return the run that is on, as the viewer may see it."""
    run = NightlyRun.objects.filter(state=RunState.RUNNING).defer("touched").first()
    return None if run is None else mask(viewer, run, seen=seen)


def requests_waiting(viewer: Viewer) -> int | None:
    """Count the people whose dates have still to be computed because a fact changed."""
    if not may_access(viewer, RecomputationRequest, "requested_at"):
        return None
    return RecomputationRequest.objects.values("person").distinct().count()
