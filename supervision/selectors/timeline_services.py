"""Tests, programs, checks and payments on a person's timeline."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone

from offenders.selectors.reading import Reading
from offenders.selectors.timeline import Source, TimelineEvent, TimelineKind
from ots.access.scopes import in_scope
from supervision.choices.money import EntryKind
from supervision.models import EmploymentCheck, LedgerEntry, ReferralStep, ResidenceCheck
from supervision.selectors.drug_tests import lines_of, tests_of

KIND = TimelineKind.PAROLE


def drug_test_events(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield tests with what they came to."""
    tests = list(tests_of(reading, person_id))
    for test, line in zip(tests, lines_of(reading, tests), strict=True):
        url = reverse("supervision:person-test", args=[person_id, test.pk])
        on = timezone.localdate(test.taken_at)
        yield TimelineEvent(on, KIND, f"Test: {line.words.lower()}", line.substances, url)


def program_events(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield the steps of referrals to programs."""
    if not reading.sees(ReferralStep, "state"):
        return
    rows = in_scope(reading.viewer, ReferralStep.objects.all(), person="person")
    found = rows.filter(person_id=person_id, superseded_at=None)
    for step in found.select_related("referral__program"):
        url = reverse("supervision:person-program", args=[person_id, step.referral_id])
        heading = f"{step.referral.program.name}: {step.get_state_display().lower()}"
        yield TimelineEvent(step.on, KIND, heading, step.referral.program.provider, url)


def employment_check_events(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield checks of employment."""
    if not reading.sees(EmploymentCheck, "occupation"):
        return
    for row in EmploymentCheck.objects.filter(person_id=person_id, superseded_at=None):
        text = f"{row.get_occupation_display()}: {row.get_result_display().lower()}"
        yield TimelineEvent(row.checked_on, KIND, "Employment checked", text)


def residence_check_events(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield checks of residence."""
    if not reading.sees(ResidenceCheck, "kind"):
        return
    for row in ResidenceCheck.objects.filter(person_id=person_id, superseded_at=None):
        text = f"{row.get_kind_display()}: {row.get_result_display().lower()}"
        yield TimelineEvent(row.checked_on, KIND, "Residence checked", text)


def payment_events(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield payments."""
    if not reading.sees(LedgerEntry, "kind"):
        return
    rows = LedgerEntry.objects.filter(person_id=person_id, kind=EntryKind.PAYMENT)
    for row in rows.filter(reversed_by__isnull=True):
        url = reverse("supervision:money-entry", args=[person_id, row.pk])
        yield TimelineEvent(row.on, KIND, "Payment received", "", url)


SOURCES = (
    Source(KIND, drug_test_events),
    Source(KIND, program_events),
    Source(KIND, employment_check_events),
    Source(KIND, residence_check_events),
    Source(KIND, payment_events),
)
