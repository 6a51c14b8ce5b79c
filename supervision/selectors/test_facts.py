"""What is on record of tests, as the rule about results asks for it."""

from django.db.models import QuerySet
from django.utils import timezone

from ots.access.models import Fact
from supervision.models import DrugTest, ValidityReading
from supervision.rules.testing import Found, Measured, TestFacts


def with_results(tests: QuerySet[DrugTest]) -> QuerySet[DrugTest]:
    """Return the tests with all that their results hang on: a constant number of queries."""
    return tests.prefetch_related("results", "admissions", "voidings", "validity_readings")


def facts_of_test(test: DrugTest) -> TestFacts:
    """Return what is on record of a test that was read by ``with_results``."""
    measured = next(
        (_measured(each) for each in test.validity_readings.all() if _stands(each)), None
    )
    return TestFacts(
        on=timezone.localdate(test.taken_at),
        attendance=test.attendance,
        is_voided=any(_stands(each) for each in test.voidings.all()),
        is_admitted_in_writing=any(
            each.is_written for each in test.admissions.all() if _stands(each)
        ),
        measured=measured,
        found=tuple(
            Found(each.analyte, each.stage, each.reading)
            for each in test.results.all()
            if _stands(each)
        ),
    )


def _measured(row: ValidityReading) -> Measured:
    return Measured(
        creatinine=row.creatinine,
        specific_gravity=row.specific_gravity,
        ph=row.ph,
        nitrite=row.nitrite,
        is_foreign_substance_found=row.is_foreign_substance_found,
    )


def _stands(fact: Fact) -> bool:
    return fact.superseded_at is None
