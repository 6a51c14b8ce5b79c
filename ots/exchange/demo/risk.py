"""Assessments and a case plan in the demonstration, for people on one agent's caseload."""

from datetime import timedelta

from django.utils import timezone

from offenders.models import Person
from ots.access.models import User
from ots.access.viewer import viewer_for
from supervision.choices.plan import Need, Stage, StepKind, Who
from supervision.choices.risk import Occasion
from supervision.models import PlanState, Scoring
from supervision.rules.instruments.catalogue import INSTRUMENTS
from supervision.rules.instruments.form import Value
from supervision.services.plan_progress import sign_plan
from supervision.services.plans import GoalEntry, StepEntry, add_step, begin_plan, write_goal
from supervision.services.scoring import ScoringEntry, record_scoring

AGENT = "olivia"
ASSESSED = 4
TOOL = "oras_cst"
# Everything else is answered as the least.
ANSWERS: dict[str, Value] = {
    "sex": "male",
    "criminal_friends": "some",
    "not_full_time": True,
    "drug_problems": "past",
}


def assess_some() -> int:
    """Assess a few people of the agent and write a plan with the first; nothing is done twice."""
    agent = User.objects.filter(username=AGENT).first()
    if agent is None:
        return 0
    people = Person.objects.filter(agent=agent).order_by("pk")[:ASSESSED]
    done = [_assess(agent, each) for each in people if not each.scoring_set.exists()]
    for scoring in done[:1]:
        write_plan(agent, scoring)
    return len(done)


def _assess(agent: User, person: Person) -> Scoring:
    least: dict[str, Value] = {each.name: each.every_value()[0] for each in INSTRUMENTS[TOOL].items}
    entry = ScoringEntry(
        instrument=TOOL,
        occasion=Occasion.REASSESSMENT,
        scored_on=timezone.localdate() - timedelta(days=40),
        answers={**least, **ANSWERS},
    )
    return record_scoring(viewer_for(agent), person.pk, entry)


def write_plan(agent: User, scoring: Scoring) -> None:
    """Write a short plan that both have signed, where none is open."""
    viewer, person, today = viewer_for(agent), scoring.person_id, timezone.localdate()
    if PlanState.objects.filter(person_id=person, superseded_at=None).exists():
        return
    begin_plan(viewer, person, scoring_id=scoring.pk, today=today, token=None)
    goal = GoalEntry(
        need=Need.WORK,
        statement="I want a job that I can keep",
        why_it_matters="So that my daughter can count on me",
        strength="I like to work with my hands",
        measure="Pay stubs",
        target="Thirty hours a week for three months",
        by_date=today + timedelta(days=150),
        stage=Stage.PREPARING,
        conditions=[],
    )
    write_goal(viewer, person, goal, number=None)
    step = StepEntry(
        objective=None,
        new_objective="Know what work I am ready for",
        who=Who.PERSON,
        kind=StepKind.PROGRAM,
        what="Sign up with Michigan Works",
        due_on=today + timedelta(days=14),
        incentive="One report by telephone instead of a visit",
    )
    add_step(viewer, person, 1, step)
    sign_plan(viewer, person, name="Signed on paper", witness="Front desk", signed_on=today)
