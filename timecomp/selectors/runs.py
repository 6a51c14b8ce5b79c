"""The nightly runs, and what the last one touched."""

from collections.abc import Mapping

from offenders.selectors.reading import Reading
from ots.access.fields import may_access
from ots.access.viewer import Viewer
from timecomp.choices import RunState
from timecomp.models import NightlyRun, RecomputationRequest

RUNS_SHOWN = 60


def people_touched(viewer: Viewer) -> Mapping[str, int] | None:
    """Return how many people each rule and parameter touched in the last finished run, if any."""
    if not may_access(viewer, NightlyRun, "touched"):
        return None
    last = NightlyRun.objects.filter(state=RunState.FINISHED).only("touched").first()
    return None if last is None else last.touched


def nightly_runs_shown(reading: Reading) -> list[object]:
    """Return the last runs, newest first, as the viewer may see them."""
    runs = NightlyRun.objects.defer("touched")[:RUNS_SHOWN]
    return [reading.masked(run) for run in runs]


def latest_run(reading: Reading) -> object | None:
    """Return the run that is on, or else the last one, as the viewer may see it."""
    run = NightlyRun.objects.defer("touched").first()
    return None if run is None else reading.masked(run)


def requests_waiting(viewer: Viewer) -> int | None:
    """Count the people whose dates have still to be computed because a fact changed."""
    if not may_access(viewer, RecomputationRequest, "requested_at"):
        return None
    return RecomputationRequest.objects.values("person").distinct().count()
