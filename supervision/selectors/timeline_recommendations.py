"""Recommendations, searches and travel on a person's timeline."""

from collections.abc import Iterator

from django.utils import timezone

from offenders.selectors.reading import Reading
from offenders.selectors.timeline import Source, TimelineEvent, TimelineKind
from ots.access.scopes import in_scope
from supervision.choices.travel import TravelStatus
from supervision.models import (
    AbscondingEpisode,
    LocateAttempt,
    Recommendation,
    TravelPermit,
)

KIND = TimelineKind.PAROLE


def recommendation_events(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield what was recommended and what came of it."""
    if not reading.sees(Recommendation, "kind"):
        return
    rows = in_scope(reading.viewer, Recommendation.objects.all(), person="person")
    for row in rows.filter(person=person_id):
        what = row.get_kind_display()
        yield TimelineEvent(row.prepared_on, KIND, f"Recommended: {what.lower()}")
        if row.decided_on is not None:
            yield TimelineEvent(row.decided_on, KIND, f"{what}: {row.get_state_display().lower()}")


def absconding_events(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield when touch was lost and how that ended."""
    if not reading.sees(AbscondingEpisode, "began_on"):
        return
    for row in AbscondingEpisode.objects.filter(person=person_id, superseded_at=None):
        yield TimelineEvent(row.began_on, KIND, "Out of touch with supervision")
        if row.ended_on is not None:
            yield TimelineEvent(row.ended_on, KIND, f"Found: {row.get_closing_reason_display()}")


def attempt_events(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield the attempts to find the person."""
    if not reading.sees(LocateAttempt, "method"):
        return
    for row in LocateAttempt.objects.filter(person=person_id, superseded_at=None):
        heading = f"Looked for: {row.get_method_display()}, {row.get_result_display().lower()}"
        yield TimelineEvent(timezone.localtime(row.made_at).date(), KIND, heading, row.note)


def travel_events(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield the trips that were granted."""
    if not reading.sees(TravelPermit, "place"):
        return
    traveled = (TravelStatus.GRANTED, TravelStatus.RETURNED)
    rows = TravelPermit.objects.filter(person=person_id, superseded_at=None, status__in=traveled)
    for row in rows:
        yield TimelineEvent(row.departs_on, KIND, f"Travel to {row.place}, {row.state}")


SOURCES = (
    Source(KIND, recommendation_events),
    Source(KIND, absconding_events),
    Source(KIND, attempt_events),
    Source(KIND, travel_events),
)
