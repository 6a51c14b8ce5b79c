"""Violations, answers and proceedings, recorded as the services record them."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from offenders.models import Person
from ots.access.models import User
from ots.access.viewer import system_viewer, viewer_for
from supervision.models import Incident, Proceeding, ResponseKind
from supervision.rules.proceeding import Move
from supervision.services.cases import begin_supervision
from supervision.services.incidents import Circumstances, report_incident
from supervision.services.proceedings import ReportText, open_proceeding, take_step

RECORDER = system_viewer("tests")


def supervised(person: Person, kind: str = "parole", *, since: date = date(2025, 1, 6)) -> Person:
    """Put the person under supervision since a day."""
    begin_supervision(RECORDER, person.pk, supervision_type=kind, began_on=since)
    return person


def incident(
    user: User, person: Person, code: str = "V302", *, days_ago: int = 1, **told: object
) -> Incident:
    """Report an incident of some days ago."""
    return report_incident(
        viewer_for(user),
        person_id=person.pk,
        code=code,
        occurred_at=morning(days_ago),
        circumstances=Circumstances(**told),  # type: ignore[arg-type]  # passed through
    )


def morning(days_ago: int) -> datetime:
    """Return nine in the morning of some days ago, wherever the clocks changed since."""
    day = timezone.localdate() - timedelta(days=days_ago)
    return timezone.make_aware(datetime.combine(day, time(9)))


def answer_kind(key: str) -> ResponseKind:
    """Return an answer of the catalogue."""
    return ResponseKind.objects.get(key=key)


def proceeding(
    user: User, person: Person, *incidents: Incident, route: str = "local"
) -> Proceeding:
    """Open a proceeding with the draft of its report."""
    return open_proceeding(
        viewer_for(user), person.pk, incidents=incidents, text=ReportText(route=route)
    )


def step(user: User, at: Proceeding, *moves: Move) -> None:
    """Take steps that need nothing told."""
    for move in moves:
        take_step(viewer_for(user), at, move=move)
