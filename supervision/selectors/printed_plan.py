"""A case plan as its printed page needs it: plain words for the person who signs it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import cast

from django.utils import timezone

from supervision.models import ActionStep, Goal, Objective, PlanSignature
from supervision.selectors.plans import GoalShown, ObjectiveShown, PlanShown, SignatureShown

TITLE = "My plan"
CHANGED = "The plan was changed after it was signed."
UNSIGNED = "Nobody has signed this plan yet."


def printed_plan(
    shown: PlanShown, *, name: object, person_id: int, at: datetime, notice: str
) -> Mapping[str, object]:
    """Return what the page prints: what the viewer sees on the screen, and nothing else."""
    return {
        "title": TITLE,
        "subject": f"{name}, number {person_id}",
        "foot": f"Printed {timezone.localtime(at):%b %d, %Y %H:%M}",
        "warnings": [*_warnings(shown), *([notice] if notice else [])],
        "goals": [_goal(each) for each in shown.goals if not each.is_dropped],
        "signatures": [_signature(each) for each in shown.signatures if each.stands],
    }


def _warnings(shown: PlanShown) -> list[str]:
    if not shown.needs_signing:
        return []
    return [CHANGED if shown.signatures else UNSIGNED]


def _goal(shown: GoalShown) -> dict[str, object]:
    goal = cast(Goal, shown.goal)
    return {
        "statement": str(goal.statement),
        "facts": [
            ["Why it matters to me", str(goal.why_it_matters)],
            ["What I can build on", str(goal.strength)],
            ["How we will tell", f"{goal.measure}: {goal.target}"],
            ["By", _day(goal.by_date)],
            *([["It helps me keep", "; ".join(shown.conditions)]] if shown.conditions else []),
        ],
        "objectives": [_objective(each) for each in shown.objectives],
    }


def _objective(shown: ObjectiveShown) -> dict[str, object]:
    objective = cast(Objective, shown.objective)
    steps = [cast(ActionStep, each) for each in shown.steps]
    return {
        "statement": str(objective.statement),
        "steps": [
            [
                str(step.what),
                str(step.get_who_display),
                _day(step.due_on),
                f"Done {_day(step.done_on)}" if step.done_on else "",
            ]
            for step in steps
        ],
    }


def _signature(shown: SignatureShown) -> list[str]:
    signature = cast(PlanSignature, shown.signature)
    witness = f"witness {signature.witness}" if signature.witness else ""
    return [
        str(signature.get_party_display),
        str(signature.name),
        _day(signature.signed_on),
        witness,
    ]


def _day(value: date | None) -> str:
    return f"{value:%b %d, %Y}" if isinstance(value, date) else "Withheld"
