"""Tests, recorded as the services record them."""

from datetime import date, datetime, time

from django.utils import timezone

from offenders.models import Person
from supervision.models import DrugPanel, DrugTest
from supervision.services.drug_test_results import ResultEntry, record_results
from supervision.services.drug_tests import SpecimenEntry, TestEntry, record_test
from tests.factories.person import RECORDER

TAKEN_ON = date(2025, 3, 1)


def give_test(
    person: Person,
    *,
    positive: tuple[str, ...] | None = (),
    taken_on: date = TAKEN_ON,
    attendance: str = "given",
    seal: str = "",
) -> DrugTest:
    """Record a test of five substances on site."""
    is_given = attendance == "given"
    entry = TestEntry(
        sample_type="onsite_urine",
        test_reason="random",
        attendance=attendance,
        taken_at=timezone.make_aware(datetime.combine(taken_on, time(9))),
        panel_id=DrugPanel.objects.get(code="five").pk,
        positive=positive if is_given else None,
        specimen=SpecimenEntry(seal, "Olivia Tester") if seal else None,
    )
    return record_test(RECORDER, person.pk, entry=entry)


def confirm(test: DrugTest, *positive: str) -> None:
    """Report a laboratory's confirmation of the substances."""
    readings = dict.fromkeys(positive, "positive")
    entry = ResultEntry("confirmation", date(2025, 3, 5), readings, laboratory="Lab")
    record_results(RECORDER, test.person_id, test.pk, entry=entry)
