"""Violations of the people whom the demonstration's parole agent supervises, and their answers."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from offenders.models import Person
from ots.access.models import User
from ots.access.viewer import Viewer, viewer_for
from supervision.choices.incident import AllegationState
from supervision.models import Incident, ResponseKind
from supervision.rules.proceeding import Move
from supervision.services.incentives import give_incentive
from supervision.services.incidents import Circumstances, report_incident, state_allegation
from supervision.services.proceedings import ReportText, open_proceeding, take_step
from supervision.services.responses import Answer, propose_response

AGENT = "olivia"
PEOPLE = 6
# What each of the people did, in turn, how many days ago, the answer, and why where it differs.
STORIES = (
    ("V302", 12, "written-warning", "progress"),
    ("V207", 20, "curfew", "pattern"),
    ("V403", 33, "treatment-evaluation", "treatment"),
    ("V304", 5, "", ""),
    ("V309", 40, "curfew", "progress"),
    ("V201", 3, "", ""),
)


def report_violations(_viewer: Viewer) -> int:
    """Report violations of some people who have none, as their agent would; returns how many."""
    agent = User.objects.filter(username=AGENT).first()
    if agent is None:
        return 0
    people = Person.objects.filter(
        agent=agent, incident_set=None, supervisionperiod_set__supervision_type="parole"
    ).distinct()
    told = list(zip(people.order_by("pk")[:PEOPLE], STORIES, strict=False))
    for person, story in told:
        _tell(viewer_for(agent), person.pk, *story)
    return len(told)


@transaction.atomic
def _tell(viewer: Viewer, person_id: int, code: str, days_ago: int, key: str, why: str) -> None:  # noqa: PLR0913  one parameter a part of the story
    now = timezone.now()
    incident = report_incident(
        viewer,
        person_id=person_id,
        code=code,
        occurred_at=now - timedelta(days=days_ago),
        discovered_at=now - timedelta(days=days_ago - 1),
        circumstances=Circumstances(notes="Seen by the agent and told the person the same day."),
    )
    if key:
        _answer(viewer, incident, key, why)
    elif code == "V201":
        _open_report(viewer, incident)
    _praise(viewer, person_id)


def _answer(viewer: Viewer, incident: Incident, key: str, why: str) -> None:
    if incident.code_id == "V403":
        state_allegation(
            viewer,
            incident,
            state=AllegationState.ADMITTED,
            on=timezone.localdate(),
            reason="Said so in the office",
        )
    answer = Answer(
        kind_id=ResponseKind.objects.get(key=key).pk,
        effective_on=timezone.localdate(),
        until=timezone.localdate() + timedelta(days=30),
        deviation_reason=why,
    )
    propose_response(viewer, incident.person_id, incidents=[incident], answer=answer)


def _open_report(viewer: Viewer, incident: Incident) -> None:
    text = ReportText(
        route="warrant",
        what_led="A firearm was found in the glove box during a traffic stop.",
        response_so_far="Kept every appointment until October.",
        alternatives=["warnings", "more_contact"],
        recommendation="Return for the revocation process.",
        is_immediate_danger=True,
    )
    opened = open_proceeding(viewer, incident.person_id, incidents=[incident], text=text)
    take_step(viewer, opened, move=Move.SUBMIT)


def _praise(viewer: Viewer, person_id: int) -> None:
    give_incentive(
        viewer,
        person_id,
        kind_id=ResponseKind.objects.get(key="praise").pk,
        trigger="employment",
        given_on=timezone.localdate(),
        note="Kept the job for three months.",
    )
