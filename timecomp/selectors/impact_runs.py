"""Runs of proposed laws for reading: the list, one with its figures, two side by side."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

from offenders.selectors.reading import Reading
from ots.access.categories import Category
from ots.access.exports import export_csv
from ots.access.permissions import Permission
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer
from timecomp.choices import ImpactState
from timecomp.law.proposals.scenario import Scenario
from timecomp.law.proposals.scenario_file import parse_scenario, shipped_scenarios
from timecomp.models import ImpactPerson, ImpactRun

RUNS_SHOWN = 50
EXPORTED = (
    "person_id",
    "person_name",
    "before",
    "after",
    "shift_days",
    "facility",
    "county",
    "offence_group",
)
COMPARED = {
    "changed": "People whose dates change",
    "earlier": "Released earlier",
    "later": "Released later",
    "bed_days": "Bed days",
    "median_shift_days": "Median shift in days",
}
HORIZONS = {"30": "30 days", "365": "a year", "1825": "five years"}


@dataclass(frozen=True, slots=True)
class Compared:
    """One figure of two runs, and how much more it is in the second."""

    label: str
    one: int
    other: int

    @property
    def difference(self) -> int:
        """Return the second less the first."""
        return self.other - self.one


def scenarios_to_run(viewer: Viewer) -> list[Scenario]:
    """Return the shipped scenarios."""
    viewer.require(Permission.IMPACT_VIEW)
    return shipped_scenarios()


def impact_runs_shown(reading: Reading) -> list[object]:
    """Return the last runs, newest first."""
    reading.viewer.require(Permission.IMPACT_VIEW)
    runs = ImpactRun.objects.defer("figures", "scenario").select_related("started_by")
    return [reading.masked(run) for run in runs[:RUNS_SHOWN]]


def other_runs(reading: Reading, run_id: int) -> list[object]:
    """Return the finished runs with which this one may be compared."""
    runs = ImpactRun.objects.defer("figures", "scenario").exclude(pk=run_id)
    return [reading.masked(run) for run in runs.filter(state=ImpactState.FINISHED)[:RUNS_SHOWN]]


def impact_run_of(viewer: Viewer, run_id: int) -> ImpactRun:
    """Return a run; 404 where there is none."""
    viewer.require(Permission.IMPACT_VIEW)
    run = ImpactRun.objects.filter(pk=run_id).select_related("started_by").first()
    if run is None:
        raise Http404("No such run.")
    return run


def scenario_run(run: ImpactRun) -> Scenario:
    """Return the scenario as it was run."""
    return parse_scenario(run.scenario, name="The scenario", id=run.scenario_id)


def sees_people(viewer: Viewer) -> bool:
    """Say whether the viewer may see computed dates of people by name."""
    may_see = viewer.may_category(Category.TIME) and viewer.may_category(Category.IDENTITY)
    return may_see and viewer.may(Permission.PERSON_VIEW)


def people_moved(viewer: Viewer, run_id: int) -> QuerySet[ImpactPerson]:
    """Return the people of a run whom the viewer may reach, the largest shifts forward first."""
    viewer.require(Permission.IMPACT_VIEW)
    rows = ImpactPerson.objects.filter(run_id=run_id).select_related("person")
    return in_scope(viewer, rows, person="person") if sees_people(viewer) else rows.none()


def people_csv(viewer: Viewer, run_id: int) -> str:
    """Return the same list as a file, only with the columns the viewer may see."""
    rows = people_moved(viewer, run_id)
    return export_csv(viewer, ImpactPerson, rows, EXPORTED, list_name="people a law would move")


def compared(one: ImpactRun, other: ImpactRun) -> list[Compared]:
    """Return the figures of two runs side by side."""
    rows = [
        Compared(label, _number(one.figures, key), _number(other.figures, key))
        for key, label in COMPARED.items()
    ]
    within = [each.figures.get("released_within", {}) for each in (one, other)]
    rows += [
        Compared(f"Released within {words}", _number(within[0], days), _number(within[1], days))
        for days, words in HORIZONS.items()
    ]
    return rows


def within_of(run: ImpactRun) -> list[int]:
    """Return how many more are released within each horizon, the nearest first."""
    found = run.figures.get("released_within", {})
    return [_number(found, days) for days in HORIZONS]


def _number(figures: Mapping[str, object], key: str) -> int:
    value = figures.get(key, 0)
    return value if isinstance(value, int) else 0
