"""Projecting the population under today's law and a scenario, and keeping it with its rates."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date

from django.db import transaction
from django.utils import timezone

from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.services import record
from timecomp.choices import ImpactState
from timecomp.engine.dates import first_of_month_number, month_number
from timecomp.models import ImpactPerson, ImpactRun, Projection
from timecomp.projection.flows import Month, project
from timecomp.projection.rates import STATED, Rates
from timecomp.selectors.projected_people import DatedPeople, Moved, dated_people
from timecomp.services.evaluated import current_law

TODAYS_LAW = "Today's law"


class NoFiguresError(Exception):
    """A run that has no figures yet, or never will; choose a finished one."""


@transaction.atomic
def make_projection(viewer: Viewer, *, rates: Rates, run_id: int | None = None) -> Projection:
    """Project ten years and keep what was stated with what came of it."""
    viewer.require(Permission.IMPACT_RUN)
    run = None if run_id is None else _finished(run_id)
    as_of = timezone.localdate()
    people = dated_people(as_of)
    made = Projection.objects.create(
        run=run,
        title=TODAYS_LAW if run is None else run.title,
        law_version=current_law(),
        as_of=as_of,
        rates={**asdict(rates), "standing": STATED},
        figures=projected(people, rates, moved=None if run is None else moved_by(run)),
        made_by=viewer.user,
    )
    record(Event.PROJECTION_MADE, actor=viewer.user, target=made, details={"title": made.title})
    return made


def projected(people: DatedPeople, rates: Rates, *, moved: Moved | None) -> dict[str, object]:
    """Return the figures as JSON holds them: each month under today's law and under the change."""
    today = project(people.population(), rates)
    change = None if moved is None else project(people.population(moved), rates)
    first = month_number(people.as_of)
    return {
        "months": {
            _name(first_of_month_number(first + place)): {
                "today": _rounded(month),
                "change": None if change is None else _rounded(change[place]),
            }
            for place, month in enumerate(today)
        },
        "assumed": list(rates.in_words()),
    }


def moved_by(run: ImpactRun) -> dict[int, date | None]:
    """Return the release under the change of everybody whom a run moves."""
    rows = ImpactPerson.objects.filter(run=run).values_list("person_id", "after")
    return dict(rows.iterator())


def _finished(run_id: int) -> ImpactRun:
    run = ImpactRun.objects.filter(pk=run_id, state=ImpactState.FINISHED).first()
    if run is None:
        raise NoFiguresError(f"Run [{run_id}] has no figures; choose a finished run.")
    return run


def _rounded(month: Month) -> Mapping[str, float]:
    return {name: round(value, 1) for name, value in asdict(month).items()}


def _name(day: date) -> str:
    return f"{day.year}-{day.month:02d}"
