"""Running a proposed law for a page: frozen when asked for, computed by a worker, kept."""

import logging
from collections.abc import Sequence
from datetime import date
from functools import partial
from time import perf_counter

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.services import record
from timecomp.choices import ImpactState
from timecomp.law.proposals.outcomes import Outcome
from timecomp.law.proposals.scenario import Scenario
from timecomp.law.proposals.scenario_file import parse_scenario
from timecomp.models import ImpactPerson, ImpactRun
from timecomp.selectors.impact import outcomes_of
from timecomp.selectors.impact_answer import answer, moved
from timecomp.selectors.impact_people import chunks_of, people_concerned, population
from timecomp.selectors.impact_places import Places, places_of
from timecomp.services.evaluated import current_law
from timecomp.services.pace import find_by_index, without_collecting

ROWS_AT_ONCE = 2_000

logger = logging.getLogger(__name__)


def start_impact_run(viewer: Viewer, *, scenario_id: str, text: str) -> ImpactRun:
    """Keep the scenario as it is and say who asked for it; a worker has still to compute it."""
    viewer.require(Permission.IMPACT_RUN)
    scenario = parse_scenario(text, name="The scenario", id=scenario_id)
    with transaction.atomic():
        run = ImpactRun.objects.create(
            scenario_id=scenario_id,
            title=scenario.title,
            scenario=text,
            law_version=current_law(),
            as_of=timezone.localdate(),
            started_by=viewer.user,
            started_at=timezone.now(),
        )
        record(
            Event.IMPACT_RUN_STARTED,
            actor=viewer.user,
            target=run,
            details={"scenario": scenario_id, "title": scenario.title},
        )
        transaction.on_commit(partial(compute_in_background.delay, run.pk))
    return run


@shared_task(name="timecomp.tasks.impact_run")
def compute_in_background(run_id: int) -> str:
    """Compute a run of a proposed law in a worker; returns how it ended."""
    return compute_impact_run(run_id).value


def compute_impact_run(run_id: int) -> ImpactState:
    """Compute a run that waits and keep its figures; told twice, it keeps them once."""
    run = ImpactRun.objects.get(pk=run_id)
    if not run.is_running:
        return ImpactState(run.state)
    begun = perf_counter()
    try:
        scenario = parse_scenario(run.scenario, name="The scenario", id=run.scenario_id)
        outcomes = _outcomes(run, scenario)
        places = places_of([each.person_id for each in moved(outcomes)])
        figures = answer(scenario, outcomes, as_of=run.as_of, places=places)
    except Exception:
        logger.exception("Impact run %s was stopped by an error.", run_id)
        _close(run, ImpactState.FAILED, seconds=perf_counter() - begun)
        raise
    run.figures, run.seconds = figures, perf_counter() - begun
    return _keep(run, moved(outcomes), places)


@transaction.atomic
def _keep(run: ImpactRun, outcomes: Sequence[Outcome], places: Places) -> ImpactState:
    standing = ImpactRun.objects.select_for_update().get(pk=run.pk)
    if not standing.is_running:
        return ImpactState(standing.state)
    _keep_people(run, outcomes, places)
    _close(run, ImpactState.FINISHED, seconds=run.seconds)
    _note(run)
    return ImpactState.FINISHED


@transaction.atomic
def outcomes_quickly(people: tuple[int, ...], *, scenario: Scenario, as_of: date) -> list[Outcome]:
    """Return the outcomes of a thousand people or so; nothing is written, nor locked."""
    find_by_index()
    with without_collecting():
        return outcomes_of(people, scenario, as_of=as_of)


def _outcomes(run: ImpactRun, scenario: Scenario) -> list[Outcome]:
    people = people_concerned(scenario)
    run.population, run.recomputed, run.done = population(), len(people), 0
    run.save(update_fields=["population", "recomputed", "done"])
    outcomes: list[Outcome] = []
    for chunk in chunks_of(people):
        outcomes += outcomes_quickly(chunk, scenario=scenario, as_of=run.as_of)
        run.done += len(chunk)
        run.save(update_fields=["done"])
    return outcomes


def _keep_people(run: ImpactRun, outcomes: Sequence[Outcome], places: Places) -> None:
    ImpactPerson.objects.bulk_create(
        (
            ImpactPerson(
                run=run,
                person_id=each.person_id,
                before=each.before,
                after=each.after,
                shift_days=each.shift_days,
                facility=places.facility(each.person_id),
                county=places.county(each.person_id),
                offence_group=each.offence_group,
            )
            for each in outcomes
        ),
        batch_size=ROWS_AT_ONCE,
    )


def _close(run: ImpactRun, state: ImpactState, *, seconds: float) -> None:
    run.state, run.seconds, run.finished_at = state, seconds, timezone.now()
    run.save(update_fields=["state", "seconds", "finished_at", "figures"])


def _note(run: ImpactRun) -> None:
    record(
        Event.IMPACT_RUN_FINISHED,
        actor=run.started_by,
        target=run,
        details={"people": run.recomputed, "seconds": round(run.seconds, 1)},
    )
