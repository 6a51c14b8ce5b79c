"""Supervision and its agents on a person's timeline."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone

from offenders.selectors.reading import Reading
from offenders.selectors.timeline import Source, TimelineEvent, TimelineKind
from ots.access.permissions import Permission
from ots.access.scopes import in_scope
from supervision.models import Assignment, Contact, SupervisionPeriod

KIND = TimelineKind.PAROLE


def supervision_events(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield where supervision begins and ends."""
    if not reading.sees(SupervisionPeriod, "supervision_type"):
        return
    periods = in_scope(reading.viewer, SupervisionPeriod.objects.all(), person="person")
    for period in periods.filter(person_id=person_id, superseded_at=None):
        what = period.get_supervision_type_display()
        yield TimelineEvent(period.began_on, KIND, f"{what}: supervision began")
        if period.ended_on is not None:
            why = period.termination_reason
            yield TimelineEvent(period.ended_on, KIND, f"{what}: supervision ended", why)


def assignment_events(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield who took the case."""
    if not reading.sees(Assignment, "agent"):
        return
    rows = Assignment.objects.filter(person_id=person_id, superseded_at=None)
    for row in rows.select_related("agent", "office"):
        heading = f"Assigned to {row.agent}"
        yield TimelineEvent(row.began_on, KIND, heading, str(row.office))


def contact_events(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield the contacts and what became of the appointments, without their notes."""
    if not reading.sees(Contact, "started_at"):
        return
    rows = in_scope(reading.viewer, Contact.objects.all(), person="person")
    for row in rows.filter(person_id=person_id, superseded_at=None).select_related("outcome"):
        told = row.outcome.title if row.outcome else row.get_status_display()
        heading = f"{row.get_method_display()}, {row.get_place_display().lower()}"
        on = timezone.localdate(row.started_at)
        yield TimelineEvent(on, KIND, heading, told, _contact_page(reading, row))


def _contact_page(reading: Reading, row: Contact) -> str:
    if not reading.viewer.may(Permission.VISIT_RECORD):
        return ""
    return reverse("supervision:contact-one", args=[row.person_id, row.pk])


SOURCES = (
    Source(KIND, supervision_events),
    Source(KIND, assignment_events),
    Source(KIND, contact_events),
)
