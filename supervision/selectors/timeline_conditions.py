"""Conditions, levels and cases between offices on a person's timeline."""

from collections.abc import Iterator

from django.urls import reverse

from offenders.selectors.reading import Reading
from offenders.selectors.timeline import Source, TimelineEvent, TimelineKind
from ots.access.fields import row_is_open
from ots.access.scopes import in_scope
from supervision.choices.condition import EndedAs
from supervision.models import CaseOffer, ConditionTerms, LevelPeriod

KIND = TimelineKind.PAROLE


def condition_events(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield from when conditions bind, and how they end."""
    if not reading.sees(ConditionTerms, "effective_on"):
        return
    rows = in_scope(reading.viewer, ConditionTerms.objects.all(), person="person").filter(
        person_id=person_id, superseded_at=None, effective_on__isnull=False
    )
    for row in rows.select_related("condition__template"):
        if row.effective_on is None or not row_is_open(reading.viewer, row):
            continue
        title = row.condition.template.title
        url = reverse("supervision:condition", args=[person_id, row.condition_id])
        heading = f"Condition {row.get_state_display().lower()}: {title}"
        yield TimelineEvent(row.effective_on, KIND, heading, row.get_imposed_by_display(), url)
        if row.ended_on is not None and row.ended_as != EndedAs.AMENDED:
            heading = f"Condition {row.get_ended_as_display().lower()}: {title}"
            yield TimelineEvent(row.ended_on, KIND, heading, "", url)


def level_events(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield levels as they were set."""
    if not reading.sees(LevelPeriod, "level"):
        return
    rows = in_scope(reading.viewer, LevelPeriod.objects.all(), person="person")
    url = reverse("supervision:levels", args=[person_id])
    for row in rows.filter(person_id=person_id, superseded_at=None):
        heading = f"Level {row.get_level_display()}"
        yield TimelineEvent(row.began_on, KIND, heading, row.get_basis_display(), url)


def offer_events(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield offers of the case to other offices."""
    if not reading.sees(CaseOffer, "to_office"):
        return
    rows = in_scope(reading.viewer, CaseOffer.objects.all(), person="person")
    found = rows.filter(person_id=person_id, superseded_at=None)
    for row in found.select_related("to_office"):
        heading = f"Case offered to {row.to_office}: {row.get_state_display().lower()}"
        yield TimelineEvent(row.offered_on, KIND, heading, row.get_why_display())


SOURCES = (
    Source(KIND, condition_events),
    Source(KIND, level_events),
    Source(KIND, offer_events),
)
