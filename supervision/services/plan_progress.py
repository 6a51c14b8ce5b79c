"""What becomes of a plan: steps done, progress, signatures, reviews and its end."""

from datetime import date

from django.db import transaction
from django.shortcuts import get_object_or_404

from offenders.services.refusals import Objection, RefusedError
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from supervision.choices.obligation import ObligationKind
from supervision.choices.plan import Party, Progress
from supervision.models import ActionStep, Goal, GoalProgress, PlanReview, PlanSignature, PlanState
from supervision.rules.case_plan import REVIEW_MONTHS, Step, months_later
from supervision.selectors.plan_content import digest_of
from supervision.services.obligations import note_done, open_obligation, withdraw_obligations
from supervision.services.plan_facts import add_to, correct, move_on, open_plan, standing_goal

SIGNED, WENT_ON, LOOKED_AT, ENDED = "Both have signed", "A step was taken", "Reviewed", "Closed"
REVIEW_TITLE = "Review the case plan"


@transaction.atomic
def finish_step(
    viewer: Viewer, person_id: int, number: int, *, done_on: date, minutes: int
) -> ActionStep:
    """Record that a step is done and how long it took."""
    viewer.require(Permission.PLAN_KEEP)
    state = open_plan(person_id)
    step = get_object_or_404(ActionStep, plan=state.plan, number=number, superseded_at=None)
    if step.done_on is not None:
        raise RefusedError(Objection("done_on", "This step is done already."))
    made = correct(viewer, step, "Done", done_on=done_on, minutes=minutes)
    move_on(viewer, state, Step.PROGRESS, WENT_ON)
    return made


@transaction.atomic
def note_progress(  # noqa: PLR0913  what is noted of one goal
    viewer: Viewer,
    person_id: int,
    goal_number: int,
    *,
    noted_on: date,
    progress: int,
    stage: str,
    note: str,
) -> GoalProgress:
    """Note how far a goal has come, from 0 to 4, and how ready the person is."""
    viewer.require(Permission.PLAN_KEEP)
    state = open_plan(person_id)
    standing_goal(state.plan, goal_number)
    made = add_to(
        viewer,
        GoalProgress,
        state.plan,
        goal_number=goal_number,
        noted_on=noted_on,
        progress=Progress(progress),
        stage=stage,
        note=note,
    )
    move_on(viewer, state, Step.PROGRESS, WENT_ON)
    return made


@transaction.atomic
def sign_plan(
    viewer: Viewer, person_id: int, *, name: str, witness: str, signed_on: date
) -> PlanSignature:
    """Record the person's signature with its witness, and the agent's by the own account.

    Raises ``RefusedError`` while the plan has no goal.
    """
    viewer.require(Permission.PLAN_KEEP)
    state = open_plan(person_id)
    digest = digest_of(state.plan)
    if not Goal.objects.filter(plan=state.plan, superseded_at=None, dropped_on=None).exists():
        raise RefusedError(Objection("", "A plan without a goal is not signed: add a goal first."))
    signatures = [
        add_to(
            viewer,
            PlanSignature,
            state.plan,
            event=Event.PLAN_SIGNED,
            party=party,
            name=who,
            witness=seen_by,
            signed_on=signed_on,
            content_digest=digest,
        )
        for party, who, seen_by in (
            (Party.PERSON, name, witness),
            (Party.AGENT, str(viewer.user), ""),
        )
    ]
    due_on = state.review_due_on or _review_due(signed_on)
    new = move_on(viewer, state, Step.SIGNED, SIGNED, review_due_on=due_on)
    _ask_for_review(new)
    return signatures[0]


@transaction.atomic
def review_plan(
    viewer: Viewer, person_id: int, *, occasion: str, summary: str, reviewed_on: date
) -> PlanReview:
    """Record a review; the next one falls due six months on."""
    viewer.require(Permission.PLAN_KEEP)
    state = open_plan(person_id)
    next_due_on = _review_due(reviewed_on)
    made = add_to(
        viewer,
        PlanReview,
        state.plan,
        occasion=occasion,
        summary=summary,
        reviewed_on=reviewed_on,
        next_due_on=next_due_on,
    )
    note_done(
        person_id=person_id,
        kind=ObligationKind.ONE_OFF,
        on=reviewed_on,
        source=made,
        of=state.plan,
    )
    withdraw_obligations(source=state.plan)
    new = move_on(viewer, state, Step.REVIEW, LOOKED_AT, review_due_on=next_due_on)
    _ask_for_review(new)
    return made


@transaction.atomic
def close_plan(viewer: Viewer, person_id: int, *, closing: str, closed_on: date) -> PlanState:
    """Close the plan; what was due of it no longer is."""
    viewer.require(Permission.PLAN_KEEP)
    state = open_plan(person_id)
    withdraw_obligations(source=state.plan)
    return move_on(viewer, state, Step.CLOSE, ENDED, closing=closing, closed_on=closed_on)


def _review_due(day: date) -> date:
    return months_later(day, REVIEW_MONTHS.on(day).amount)


def _ask_for_review(state: PlanState) -> None:
    if state.review_due_on is None:
        return
    open_obligation(
        person_id=state.person_id,
        kind=ObligationKind.ONE_OFF,
        due_on=state.review_due_on,
        source=state.plan,
        title=REVIEW_TITLE,
    )
