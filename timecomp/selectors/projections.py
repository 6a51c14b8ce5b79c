"""Projections for reading: the list, one with its charts and years, and its months as CSV."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from io import StringIO

from django.http import Http404
from django.utils import timezone

from offenders.selectors.reading import Reading
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from timecomp.choices import ImpactState
from timecomp.models import ImpactRun, Projection
from timecomp.selectors.impact_charts import LineChart, Month, lines
from timecomp.selectors.projected_people import dated_people

SHOWN = 50
LAWS = ("today", "change")
COLUMNS = ("prison", "parole", "admissions", "returns", "releases", "discharges")
DRAWN = {"prison": "People in prison", "parole": "People on parole"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """One population of a projection: its chart and the last month of each year."""

    title: str
    chart: LineChart
    years: tuple[Month, ...]


def projections_shown(reading: Reading) -> list[object]:
    """Return the last projections, newest first."""
    reading.viewer.require(Permission.IMPACT_VIEW)
    rows = Projection.objects.defer("figures", "rates").select_related("made_by")
    return [reading.masked(each) for each in rows[:SHOWN]]


def projection_of(viewer: Viewer, projection_id: int) -> Projection:
    """Return a projection; 404 where there is none."""
    viewer.require(Permission.IMPACT_VIEW)
    rows = Projection.objects.select_related("run", "made_by")
    found = rows.filter(pk=projection_id).first()
    if found is None:
        raise Http404("No such projection.")
    return found


def runs_to_project(viewer: Viewer) -> list[tuple[int, str]]:
    """Return the finished runs of proposed laws by number and title, newest first."""
    viewer.require(Permission.IMPACT_VIEW)
    runs = ImpactRun.objects.filter(state=ImpactState.FINISHED).values_list("pk", "title", "as_of")
    return [(pk, f"{title}, as of {as_of}") for pk, title, as_of in runs[:SHOWN]]


def admissions_of_late(viewer: Viewer) -> dict[str, float]:
    """Return how many people a month were admitted of late, by group: where to begin."""
    viewer.require(Permission.IMPACT_VIEW)
    return dated_people(timezone.localdate()).admissions()


def drawn(projection: Projection) -> list[Drawn]:
    """Return both populations drawn under both laws; without a change the two lines are one."""
    return [_drawn(projection, name, title) for name, title in DRAWN.items()]


def months_csv(projection: Projection) -> str:
    """Return every figure of every month, and the rates that were stated; nobody is in it."""
    text = StringIO()
    writer = csv.writer(text)
    both = [f"{law}_{name}" for law in LAWS for name in COLUMNS]
    writer.writerow(["month", *both])
    for month, laws in projection.figures["months"].items():
        writer.writerow([month, *(_value(laws, law, n) for law in LAWS for n in COLUMNS)])
    for words in projection.figures.get("assumed", ()):
        writer.writerow(["assumed", words])
    return text.getvalue()


def _drawn(projection: Projection, name: str, title: str) -> Drawn:
    months = tuple(
        Month(month, round(laws["today"][name]), round((laws["change"] or laws["today"])[name]))
        for month, laws in projection.figures["months"].items()
    )
    years = tuple(each for each in months if each.name.endswith("-12"))
    return Drawn(title, lines(months), years)


def _value(laws: Mapping[str, Mapping[str, float] | None], law: str, name: str) -> float | str:
    month = laws[law]
    return "" if month is None else month[name]
