"""Incidents, answers, incentives and proceedings on a person's timeline."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone

from offenders.selectors.reading import Reading
from offenders.selectors.timeline import Source, TimelineEvent, TimelineKind
from ots.access.permissions import Permission
from ots.access.scopes import in_scope
from supervision.models import Incentive, ProceedingStep, Response
from supervision.rules.proceeding import Move
from supervision.selectors.proceedings import STEP_WORDS
from supervision.selectors.violations import incidents_of, lines_of_incidents

KIND = TimelineKind.PAROLE


def incident_events(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield what was reported and how far it is shown."""
    if not _may_read(reading):
        return
    for line in lines_of_incidents(incidents_of(reading, person_id)):
        on = timezone.localdate(line.occurred_at)
        url = reverse("supervision:violation", args=[person_id, line.number])
        yield TimelineEvent(on, KIND, f"Reported: {line.title}", line.state, url)


def answer_events(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield answers to violations, and what was given for what went well."""
    if not _may_read(reading) or not reading.sees(Response, "kind"):
        return
    rows = in_scope(reading.viewer, Response.objects.all(), person="person")
    for row in rows.filter(person_id=person_id, superseded_at=None).select_related("kind"):
        url = reverse("supervision:response", args=[person_id, row.pk])
        yield TimelineEvent(row.effective_on, KIND, f"Answer: {row.kind.title}", "", url)
    given = in_scope(reading.viewer, Incentive.objects.all(), person="person")
    for each in given.filter(person_id=person_id, superseded_at=None).select_related("kind"):
        words = each.get_trigger_display()
        yield TimelineEvent(each.given_on, KIND, f"Incentive: {each.kind.title}", words)


def proceeding_events(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield the steps of proceedings."""
    if not _may_read(reading) or not reading.sees(ProceedingStep, "move"):
        return
    rows = in_scope(reading.viewer, ProceedingStep.objects.all(), person="person")
    for row in rows.filter(person_id=person_id, superseded_at=None):
        url = reverse("supervision:proceeding", args=[person_id, row.proceeding_id])
        heading = f"Violation: {STEP_WORDS[Move(row.move)].lower()}"
        yield TimelineEvent(timezone.localdate(row.at), KIND, heading, "", url)


def _may_read(reading: Reading) -> bool:
    return reading.viewer.may(Permission.VIOLATION_VIEW)


SOURCES = (
    Source(KIND, incident_events),
    Source(KIND, answer_events),
    Source(KIND, proceeding_events),
)
