"""Assessments and case plans on a person's timeline."""

from collections.abc import Iterator

from django.urls import reverse

from offenders.selectors.reading import Reading
from offenders.selectors.timeline import Source, TimelineEvent, TimelineKind
from ots.access.scopes import in_scope
from supervision.models import PlanReview, PlanSignature, PlanState, Scoring
from supervision.selectors.instruments import TITLES
from supervision.selectors.scorings import result_of, sees_scores

KIND = TimelineKind.PAROLE


def scoring_events(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield each assessment with its result."""
    if not sees_scores(reading):
        return
    rows = in_scope(reading.viewer, Scoring.objects.all(), person="person")
    for row in rows.filter(person_id=person_id, superseded_at=None):
        title = TITLES.get(row.instrument, row.instrument)
        url = reverse("supervision:scoring", args=[person_id, row.pk])
        yield TimelineEvent(
            row.scored_on, KIND, f"Assessed: {title}", result_of(row, None), url=url
        )


def plan_events(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield where a case plan begins and ends."""
    if not reading.sees(PlanState, "opened_on"):
        return
    rows = in_scope(reading.viewer, PlanState.objects.all(), person="person")
    for row in rows.filter(person_id=person_id, superseded_at=None):
        yield TimelineEvent(row.opened_on, KIND, "Case plan begun")
        if row.closed_on is not None:
            yield TimelineEvent(row.closed_on, KIND, "Case plan closed", row.get_closing_display())


def agreement_events(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield where a plan was signed and reviewed."""
    if not reading.sees(PlanSignature, "signed_on"):
        return
    signed = in_scope(reading.viewer, PlanSignature.objects.all(), person="person")
    for signature in signed.filter(person_id=person_id, superseded_at=None, party="person"):
        yield TimelineEvent(signature.signed_on, KIND, "Case plan signed")
    reviewed = in_scope(reading.viewer, PlanReview.objects.all(), person="person")
    for review in reviewed.filter(person_id=person_id, superseded_at=None):
        yield TimelineEvent(review.reviewed_on, KIND, "Case plan reviewed")


SOURCES = (
    Source(KIND, scoring_events),
    Source(KIND, plan_events),
    Source(KIND, agreement_events),
)
