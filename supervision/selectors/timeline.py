"""Supervision and its agents on a person's timeline."""

from collections.abc import Iterator

from offenders.selectors.reading import Reading
from offenders.selectors.timeline import Source, TimelineEvent, TimelineKind
from ots.access.scopes import in_scope
from supervision.models import Assignment, SupervisionPeriod

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


SOURCES = (Source(KIND, supervision_events), Source(KIND, assignment_events))
