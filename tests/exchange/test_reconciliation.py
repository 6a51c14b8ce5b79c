"""The counts that are compared at the end of an import."""

from datetime import date

import pytest

from offenders.models import CustodyPeriod, Person
from ots.exchange.loading import Tally
from ots.exchange.models import ImportRun, Outcome
from ots.exchange.reconciliation import disagreements
from ots.exchange.refusals import Refusal
from tests.exchange.delivery import Delivery

pytestmark = pytest.mark.django_db


def test_a_sound_import_agrees(delivery: Delivery) -> None:
    assert delivery.load().disagreements == ()


def test_refused_rows_are_part_of_the_count(delivery: Delivery) -> None:
    delivery.add("assessments", assessment_key="S2", decile="-1", band="N/A")
    result = delivery.load()
    assert result.tallies[5].read == 2
    assert result.disagreements == ()


def test_a_correction_of_an_imported_fact_is_not_counted_as_another_row(
    delivery: Delivery,
) -> None:
    delivery.load()
    stay = CustodyPeriod.objects.get(kind="jail")
    stay.pk, stay.supersedes_id = None, stay.pk
    stay.kind = "treatment"
    stay.save(force_insert=True)
    assert delivery.load().disagreements == ()


def test_a_record_that_the_ledger_does_not_know_is_told(delivery: Delivery) -> None:
    delivery.load()
    CustodyPeriod.objects.create(
        person=Person.objects.get(),
        kind="jail",
        began_on=date(2020, 5, 1),
        ended_on=date(2020, 5, 2),
        source="broward/jail_stays.csv J9",
    )
    assert delivery.load().disagreements == (
        "jail_stays: 1 rows in the ledger of imports, but 2 records in the database that name "
        "them.",
    )


def test_a_run_whose_counts_do_not_agree_is_marked(delivery: Delivery) -> None:
    delivery.load()
    CustodyPeriod.objects.create(
        person=Person.objects.get(),
        kind="jail",
        began_on=date(2020, 5, 1),
        source="broward/jail_stays.csv J9",
    )
    delivery.load()
    last = ImportRun.objects.latest("pk")
    assert last.outcome == Outcome.UNRECONCILED


def test_a_row_that_went_missing_on_the_way_is_told(delivery: Delivery) -> None:
    refused = [Refusal("pets.csv", 2, "Rex", "kind", "reason")]
    tally = Tally(table="pets", file="pets.csv", loaded=0, refusals=refused)
    found = disagreements([tally], agency="zoo", rows_in_files={"pets": 3}, standing={"pets": 0})
    assert found == [
        "pets.csv: 3 rows in the file, but 0 loaded + 0 already there + 1 refused = 1."
    ]


def test_rows_counted_as_loaded_that_the_ledger_lacks_are_told(delivery: Delivery) -> None:
    tally = Tally(table="pets", file="pets.csv", loaded=2)
    found = disagreements([tally], agency="zoo", rows_in_files={"pets": 2}, standing={"pets": 0})
    assert found == ["pets: 2 rows loaded or there already, but only 0 in the ledger of imports."]
