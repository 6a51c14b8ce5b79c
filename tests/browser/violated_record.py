"""A violation, its answer and its report, for looking at their pages."""

from datetime import timedelta

from django.utils import timezone

from offenders.models import Person
from ots.access.models import User
from ots.access.viewer import viewer_for
from supervision.models import ResponseKind
from supervision.rules.proceeding import Move
from supervision.services.incidents import Circumstances, report_incident
from supervision.services.proceedings import ReportText, open_proceeding, take_step
from supervision.services.responses import Answer, propose_response


def violated(person: Person, agent: User) -> dict[str, object]:
    """Report two violations: one answered above the grid, one on its way to the board."""
    viewer = viewer_for(agent)
    missed, grave = (
        report_incident(
            viewer,
            person_id=person.pk,
            code=code,
            occurred_at=timezone.now() - timedelta(days=3),
            circumstances=Circumstances(notes="Seen by the agent.", mitigators=["self_report"]),
        )
        for code in ("V302", "V203")
    )
    answer = Answer(
        kind_id=ResponseKind.objects.get(key="monitoring").pk,
        effective_on=timezone.localdate(),
        deviation_reason="pattern",
        explanation="Missed three in a row",
    )
    response = propose_response(viewer, person.pk, incidents=[missed], answer=answer)
    text = ReportText(route="local", what_led="Came to the door of the protected person.")
    opened = open_proceeding(viewer, person.pk, incidents=[grave], text=text)
    take_step(viewer, opened, move=Move.SUBMIT)
    return {
        "violation": grave.pk,
        "response": response.pk,
        "proceeding": opened.pk,
        "move": Move.APPROVE.value,
    }
