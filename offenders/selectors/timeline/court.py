"""Arrests, charges, dispositions, court dates and judgments on a timeline."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone

from offenders import choices
from offenders.models import (
    Arrest,
    ChargeParticulars,
    CourtCase,
    Disposition,
    Hearing,
    SentenceTerms,
)
from offenders.selectors.reading import Reading
from offenders.selectors.terms import terms_in_words
from offenders.selectors.timeline.event import Source, TimelineEvent, TimelineKind, joined

COURT = TimelineKind.COURT

_JUDGMENT_WORDS = {
    choices.OrderKind.ORIGINAL: "sentenced",
    choices.OrderKind.AMENDED: "judgment amended",
    choices.OrderKind.RESENTENCE: "resentenced",
    choices.OrderKind.VACATED: "sentence vacated",
}


def arrests(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield arrests."""
    if not reading.sees(Arrest, "arrested_on"):
        return
    for arrest in Arrest.objects.filter(person_id=person_id, superseded_at=None):
        yield TimelineEvent(arrest.arrested_on, COURT, "Arrested", arrest.agency_name)


def cases(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield the filing of cases."""
    if not reading.sees(CourtCase, "filed_on"):
        return
    found = CourtCase.objects.filter(person_id=person_id, filed_on__isnull=False)
    for case in found.select_related("court"):
        if case.filed_on:
            text = joined(case.docket_number, case.court)
            yield TimelineEvent(case.filed_on, COURT, "Case filed", text)


def charges(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield offenses on their day, as charged now."""
    if not reading.sees(ChargeParticulars, "offense_date"):
        return
    rows = ChargeParticulars.objects.filter(
        charge__case__person_id=person_id, superseded_at=None, offense_date__isnull=False
    )
    for row in rows.select_related("charge__case"):
        if row.offense_date:
            text = joined(row.charge.case.docket_number, f"count {row.charge.count_number}")
            heading = f"Date of offense: {row.description}"
            yield TimelineEvent(row.offense_date, COURT, heading, text)


def dispositions(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield how charges ended."""
    if not reading.sees(Disposition, "kind"):
        return
    rows = Disposition.objects.filter(
        charge__case__person_id=person_id, superseded_at=None, disposed_on__isnull=False
    )
    for row in rows.select_related("charge__case"):
        if row.disposed_on:
            text = joined(row.charge.case.docket_number, f"count {row.charge.count_number}")
            yield TimelineEvent(row.disposed_on, COURT, row.get_kind_display(), text)


def hearings(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield court dates, past and to come."""
    if not reading.sees(Hearing, "scheduled_at"):
        return
    rows = Hearing.objects.filter(person_id=person_id, superseded_at=None)
    for row in rows.select_related("case"):
        local = timezone.localtime(row.scheduled_at)
        text = joined(f"{local:%H:%M}", row.case.docket_number, row.outcome)
        yield TimelineEvent(local.date(), COURT, f"Court date: {row.purpose}", text)


def judgments(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield what each judgment set, those that were amended later included."""
    if not reading.sees(SentenceTerms, "kind"):
        return
    rows = SentenceTerms.objects.filter(sentence__person_id=person_id)
    for row in rows.select_related("sentence", "judgment"):
        words = _JUDGMENT_WORDS[choices.OrderKind(row.judgment.kind)]
        label = row.sentence.label
        url = reverse("offenders:sentence", args=[person_id, row.sentence_id])
        text = "" if row.vacated_on else terms_in_words(row)
        on = row.vacated_on or row.judgment.entered_on
        yield TimelineEvent(on, TimelineKind.SENTENCE, f"Sentence {label}: {words}", text, url)


SOURCES = (
    Source(COURT, arrests),
    Source(COURT, cases),
    Source(COURT, charges),
    Source(COURT, dispositions),
    Source(COURT, hearings),
    Source(TimelineKind.SENTENCE, judgments),
)
