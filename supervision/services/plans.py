"""Writing a case plan: goals in the person's words, objectives and steps."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.shortcuts import get_object_or_404

from offenders.services.facts import check_person
from offenders.services.refusals import Objection, refused_by
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from supervision.models import ActionStep, CasePlan, Goal, Objective, PlanState
from supervision.services.plan_facts import add_to, correct, open_plan, standing_goal


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalEntry:
    """A goal as it is agreed."""

    need: str
    statement: str
    why_it_matters: str
    strength: str
    measure: str
    target: str
    by_date: date
    stage: str
    conditions: list[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepEntry:
    """Who does what until when; toward an objective there is, or a new one."""

    objective: int | None
    new_objective: str
    who: str
    kind: str
    what: str
    due_on: date
    incentive: str


def begin_plan(
    viewer: Viewer, person_id: int, *, scoring_id: int | None, today: date, token: UUID | None
) -> PlanState:
    """Open a draft, tied to the assessment whose needs it answers."""
    viewer.require(Permission.PLAN_KEEP)

    def write() -> PlanState:
        check_person(viewer, person_id)
        plan = CasePlan.objects.create(person_id=person_id)
        return add_to(
            viewer,
            PlanState,
            plan,
            scoring_id=scoring_id,
            opened_on=today,
        )

    with refused_by({"person_has_one_open_plan": Objection("", "A plan is open already.")}):
        return once(token, Event.PLAN_CHANGED, PlanState, write)


def write_goal(
    viewer: Viewer,
    person_id: int,
    entry: GoalEntry,
    *,
    number: int | None,
    token: UUID | None = None,
) -> Goal:
    """Add a goal, or word the one of that number anew; the earlier words stay in the history."""
    viewer.require(Permission.PLAN_KEEP)
    plan = open_plan(person_id).plan

    def write() -> Goal:
        if number is None:
            return add_to(viewer, Goal, plan, number=_next(Goal, plan), **asdict(entry))
        return correct(viewer, standing_goal(plan, number), "Worded anew", **asdict(entry))

    return once(token, Event.PLAN_CHANGED, Goal, write)


def drop_goal(viewer: Viewer, person_id: int, number: int, *, today: date, reason: str) -> Goal:
    """Set a goal aside; it stays in the plan as dropped."""
    viewer.require(Permission.PLAN_KEEP)
    goal = standing_goal(open_plan(person_id).plan, number)
    return correct(viewer, goal, reason, dropped_on=today)


def add_step(
    viewer: Viewer,
    person_id: int,
    goal_number: int,
    entry: StepEntry,
    *,
    token: UUID | None = None,
) -> ActionStep:
    """Add a step toward an objective of the goal, which is added with it where it is new."""
    viewer.require(Permission.PLAN_KEEP)
    plan = open_plan(person_id).plan
    standing_goal(plan, goal_number)

    @transaction.atomic
    def write() -> ActionStep:
        objective = _objective(viewer, plan, goal_number, entry)
        return add_to(
            viewer,
            ActionStep,
            plan,
            goal_number=goal_number,
            objective_number=objective,
            number=_next(ActionStep, plan),
            who=entry.who,
            kind=entry.kind,
            what=entry.what,
            due_on=entry.due_on,
            incentive=entry.incentive,
        )

    return once(token, Event.PLAN_CHANGED, ActionStep, write)


def _objective(viewer: Viewer, plan: CasePlan, goal_number: int, entry: StepEntry) -> int:
    of_goal = Objective.objects.filter(plan=plan, goal_number=goal_number, superseded_at=None)
    if entry.objective is not None:
        return get_object_or_404(of_goal, number=entry.objective).number
    number = (of_goal.aggregate(last=Max("number"))["last"] or 0) + 1
    made = add_to(
        viewer,
        Objective,
        plan,
        goal_number=goal_number,
        number=number,
        statement=entry.new_objective,
    )
    return made.number


def _next(model: type[Goal] | type[ActionStep], plan: CasePlan) -> int:
    """The next number, counted through the plan; two at once are refused by the database."""
    last = model._default_manager.filter(plan=plan).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1
