"""What a plan says, in one digest: by it a signature knows whether it still stands."""

from supervision.models import ActionStep, CasePlan, Goal, Objective
from supervision.rules.case_plan import content_digest

GOAL = ("number", "need", "statement", "why_it_matters", "strength", "measure", "target")
STEP = ("number", "goal_number", "objective_number", "who", "kind", "what", "due_on", "incentive")


def digest_of(plan: CasePlan) -> str:
    """Return the digest of goals, objectives and steps as they stand; what is done is not in it."""
    goals = Goal.objects.filter(plan=plan, superseded_at=None)
    objectives = Objective.objects.filter(plan=plan, superseded_at=None)
    steps = ActionStep.objects.filter(plan=plan, superseded_at=None).order_by("number")
    return content_digest(
        [
            *goals.values_list(*GOAL, "by_date", "dropped_on"),
            *objectives.values_list("goal_number", "number", "statement"),
            *steps.values_list(*STEP),
        ]
    )
