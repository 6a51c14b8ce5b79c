"""A person's case plan with its goals, steps, progress, signatures, reviews and hours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from django.forms import model_to_dict
from django.shortcuts import get_object_or_404

from offenders.selectors.reading import Reading
from ots.access.scopes import in_scope
from supervision.choices.plan import Need, PlanStatus
from supervision.models import (
    ActionStep,
    Contact,
    Goal,
    GoalProgress,
    LevelPeriod,
    Objective,
    PlanReview,
    PlanSignature,
    PlanState,
    ProgramSession,
    Scoring,
)
from supervision.models.plan import PlanFact
from supervision.rules.case_plan import DOSAGE, target_hours
from supervision.rules.instruments.scoring import score
from supervision.rules.needs import NeedFound, needs_found
from supervision.selectors.conditions import conditions_of
from supervision.selectors.instruments import TITLES, instrument_behind
from supervision.selectors.plan_content import digest_of

MINUTES_AN_HOUR = 60
CONTACT_HELD = "completed"


@dataclass(frozen=True, slots=True)
class ObjectiveShown:
    """A part of a goal with its steps."""

    objective: object
    steps: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class GoalShown:
    """A goal with its parts, how far it came, and the conditions it serves."""

    goal: object
    number: int
    is_dropped: bool
    objectives: tuple[ObjectiveShown, ...]
    progress: tuple[object, ...]
    conditions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignatureShown:
    """A signature, and whether the plan still reads as it did."""

    signature: object
    stands: bool


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours of programs and skills since the plan began, and what the level asks for."""

    done: float
    programs: float
    skills: float
    steps: float
    target: int | None
    level: str
    citation: str

    @property
    def percent(self) -> int:
        """Return the share of the target, a hundred at most."""
        return min(100, round(100 * self.done / self.target)) if self.target else 0


@dataclass(frozen=True, slots=True)
class NeedShown:
    """A need of the assessment, and whether a goal answers it."""

    label: str
    found: NeedFound
    has_goal: bool


@dataclass(frozen=True, slots=True)
class PlanShown:
    """A plan, whole."""

    state: object
    is_open: bool
    is_late: bool
    goals: tuple[GoalShown, ...]
    signatures: tuple[SignatureShown, ...]
    needs_signing: bool
    reviews: tuple[object, ...]
    hours: Hours
    needs: tuple[NeedShown, ...]
    needs_from: str


def plan_shown(reading: Reading, person_id: int, *, today: date) -> PlanShown | None:
    """Return the open plan, or the last one; nothing where there is none or none may be shown."""
    if not reading.sees(PlanState, "status"):
        return None
    rows = in_scope(reading.viewer, PlanState.objects.all(), person="person").filter(
        person_id=person_id, superseded_at=None
    )
    state = rows.select_related("plan", "scoring").order_by("-plan_id").first()
    return None if state is None else _shown(reading, state, today)


def _shown(reading: Reading, state: PlanState, today: date) -> PlanShown:
    goals = _goals(reading, state, today)
    signatures = _signatures(reading, state)
    needed = {cast(Goal, each.goal).need for each in goals if not each.is_dropped}
    is_open = state.status != PlanStatus.CLOSED
    return PlanShown(
        state=reading.masked(state),
        is_open=is_open,
        is_late=is_open and state.review_due_on is not None and state.review_due_on < today,
        goals=goals,
        signatures=signatures,
        needs_signing=is_open and not any(each.stands for each in signatures),
        reviews=tuple(reading.masked(row) for row in _of(PlanReview, state)),
        hours=_hours(reading, state, today),
        needs=tuple(_needs(reading, state.scoring, needed)),
        needs_from=_needs_from(state.scoring),
    )


def _of(model: type[PlanFact], state: PlanState) -> Sequence[PlanFact]:
    return list(model._default_manager.filter(plan_id=state.plan_id, superseded_at=None))


def _goals(reading: Reading, state: PlanState, today: date) -> tuple[GoalShown, ...]:
    if not reading.sees(Goal, "statement"):
        return ()
    objectives = cast(list[Objective], _of(Objective, state))
    steps = cast(list[ActionStep], _of(ActionStep, state))
    progress = cast(list[GoalProgress], _of(GoalProgress, state))
    names = _condition_names(reading, state.person_id, today)
    return tuple(
        GoalShown(
            goal=reading.masked(goal),
            number=goal.number,
            is_dropped=goal.dropped_on is not None,
            objectives=tuple(
                ObjectiveShown(
                    reading.masked(each),
                    tuple(
                        reading.masked(step)
                        for step in steps
                        if (step.goal_number, step.objective_number) == (goal.number, each.number)
                    ),
                )
                for each in objectives
                if each.goal_number == goal.number
            ),
            progress=tuple(
                reading.masked(each) for each in progress if each.goal_number == goal.number
            ),
            conditions=tuple(names[key] for key in goal.conditions if key in names),
        )
        for goal in cast(list[Goal], _of(Goal, state))
    )


def _condition_names(reading: Reading, person_id: int, today: date) -> dict[int, str]:
    return {each.pk: each.label for each in conditions_of(reading, person_id, today=today).active}


def condition_choices(reading: Reading, person_id: int, *, today: date) -> list[tuple[str, str]]:
    """Return the conditions that bind now, as choices of a form."""
    return [(str(key), label) for key, label in _condition_names(reading, person_id, today).items()]


def objective_choices(person_id: int, goal_number: int) -> list[tuple[str, str]]:
    """Return the objectives of a goal of the open plan, as choices of a form."""
    rows = Objective.objects.filter(
        person_id=person_id,
        goal_number=goal_number,
        superseded_at=None,
        plan__planstate_set__superseded_at=None,
        plan__planstate_set__closed_on=None,
    )
    return [(str(row.number), row.statement) for row in rows]


def goal_initial(person_id: int, goal_number: int) -> dict[str, object]:
    """Return a goal of the open plan as it stands, to be worded anew; 404 where there is none."""
    goal = get_object_or_404(
        Goal.objects.filter(
            plan__planstate_set__superseded_at=None, plan__planstate_set__closed_on=None
        ),
        person_id=person_id,
        number=goal_number,
        superseded_at=None,
    )
    return {**model_to_dict(goal), "conditions": [str(key) for key in goal.conditions]}


def scoring_choices(person_id: int) -> list[tuple[str, str]]:
    """Return the assessments that a plan may answer, the newest first."""
    rows = Scoring.objects.filter(person_id=person_id, superseded_at=None)
    return [
        (str(row.pk), f"{TITLES.get(row.instrument, row.instrument)}, {row.scored_on:%b %d, %Y}")
        for row in rows
    ]


def _signatures(reading: Reading, state: PlanState) -> tuple[SignatureShown, ...]:
    if not reading.sees(PlanSignature, "name"):
        return ()
    now = digest_of(state.plan)
    rows = cast(list[PlanSignature], _of(PlanSignature, state))
    return tuple(SignatureShown(reading.masked(row), row.content_digest == now) for row in rows)


def _hours(reading: Reading, state: PlanState, today: date) -> Hours:
    programs = _program_minutes(reading, state)
    skills = _skill_minutes(reading, state)
    steps = sum(
        step.minutes for step in cast(list[ActionStep], _of(ActionStep, state)) if step.done_on
    )
    level = LevelPeriod.objects.filter(
        person_id=state.person_id, superseded_at=None, ended_on=None
    ).first()
    return Hours(
        done=_in_hours(programs + skills + steps),
        programs=_in_hours(programs),
        skills=_in_hours(skills),
        steps=_in_hours(steps),
        target=target_hours(level.level, today) if level else None,
        level=level.get_level_display() if level else "",
        citation=f"{DOSAGE.on(today).citation}, not confirmed"
        if DOSAGE.on(today).standing.awaits_counsel
        else DOSAGE.on(today).citation,
    )


def _program_minutes(reading: Reading, state: PlanState) -> int:
    if not reading.sees(ProgramSession, "minutes"):
        return 0
    rows = ProgramSession.objects.filter(
        person_id=state.person_id, superseded_at=None, held_on__gte=state.opened_on
    )
    return sum(rows.values_list("minutes", flat=True))


def _skill_minutes(reading: Reading, state: PlanState) -> int:
    """Minutes of contacts in which a skill was practiced."""
    if not reading.sees(Contact, "skills"):
        return 0
    rows = Contact.objects.filter(
        person_id=state.person_id,
        superseded_at=None,
        status=CONTACT_HELD,
        started_at__date__gte=state.opened_on,
        ended_at__isnull=False,
    ).exclude(skills=[])
    return sum(
        int((ended - started).total_seconds()) // MINUTES_AN_HOUR
        for started, ended in rows.values_list("started_at", "ended_at")
        if ended is not None
    )


def _in_hours(minutes: int) -> float:
    return round(minutes / MINUTES_AN_HOUR, 1)


def _needs(reading: Reading, scoring: Scoring | None, needed: set[str]) -> list[NeedShown]:
    if scoring is None or not reading.sees(Scoring, "scores"):
        return []
    most = score(instrument_behind(scoring), {}).highest
    labels = dict(Need.choices)
    return [
        NeedShown(labels[each.need], each, each.need in needed)
        for each in needs_found(scoring.instrument, scoring.scores, scoring.scaled, most)
    ]


def _needs_from(scoring: Scoring | None) -> str:
    if scoring is None:
        return ""
    return f"{TITLES.get(scoring.instrument, scoring.instrument)}, {scoring.scored_on:%b %d, %Y}"
