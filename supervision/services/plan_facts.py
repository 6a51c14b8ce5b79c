"""Facts of a plan: finding the open one, adding, correcting, and moving its status on."""

from typing import TypeVar

from django.shortcuts import get_object_or_404

from offenders.services.facts import add_fact, correct_fact
from ots.access.viewer import Viewer
from ots.audit.events import Event
from supervision.choices.plan import PlanStatus
from supervision.models import CasePlan, Goal, PlanState
from supervision.models.plan import PlanFact
from supervision.rules.case_plan import Step, status_after

FactOfPlan = TypeVar("FactOfPlan", bound=PlanFact)


def open_plan(person_id: int) -> PlanState:
    """Return the state of the person's open plan; 404 where none is open."""
    standing = PlanState.objects.filter(superseded_at=None).exclude(status=PlanStatus.CLOSED)
    return get_object_or_404(standing.select_related("plan"), person_id=person_id)


def standing_goal(plan: CasePlan, number: int) -> Goal:
    """Return the goal of that number as it stands; 404 where there is none."""
    return get_object_or_404(Goal, plan=plan, number=number, superseded_at=None)


def move_on(
    viewer: Viewer, state: PlanState, step: Step, reason: str, **changes: object
) -> PlanState:
    """Move the plan's status on; without a change nothing is recorded."""
    status = status_after(state.status, step)
    if status == state.status and not changes:
        return state
    return correct(viewer, state, reason, status=status, **changes)


def add_to(
    viewer: Viewer,
    model: type[FactOfPlan],
    plan: CasePlan,
    *,
    event: Event = Event.PLAN_CHANGED,
    **values: object,
) -> FactOfPlan:
    """Add a fact to the plan."""
    return add_fact(viewer, model, person_id=plan.person_id, event=event, plan=plan, **values)


def correct(viewer: Viewer, old: FactOfPlan, reason: str, **changes: object) -> FactOfPlan:
    """Record a newer fact of the plan in place of an old one."""
    return correct_fact(
        viewer,
        old,
        person_id=old.person_id,
        reason=reason,
        event=Event.PLAN_CHANGED,
        **changes,
    )
