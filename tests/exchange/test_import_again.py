"""An import run again, after it ended and after it was interrupted."""

import psycopg
import pytest
from django.db import IntegrityError, connection, transaction

from offenders.models import Charge, CourtCase, CustodyPeriod, Movement, Person
from ots.audit.models import AuditEntry
from ots.exchange.alone import ImportRunningError
from ots.exchange.imports import Progress
from ots.exchange.models import ImportedRow
from supervision.models import RiskAssessment
from tests.exchange.delivery import Delivery

MODELS = (Person, CourtCase, Charge, CustodyPeriod, Movement, RiskAssessment, ImportedRow)


def counts() -> list[int]:
    return [model.objects.count() for model in MODELS]


def events() -> list[object]:
    entries = AuditEntry.objects.filter(event="RECORDS_IMPORTED").order_by("pk")
    return [entry.additional_data for entry in entries]


class StoppedError(Exception):
    """Stands for whatever stops an import between two batches."""


def stop_at(file: str) -> Progress:
    def progress(now: str, done: int, total: int) -> None:
        if now == file:
            raise StoppedError

    return progress


@pytest.mark.django_db
def test_a_second_run_adds_nothing(delivery: Delivery) -> None:
    delivery.load()
    before = counts()
    result = delivery.load()
    assert result.loaded == 0
    assert counts() == before


@pytest.mark.django_db
def test_a_second_run_finds_every_row_there_already(delivery: Delivery) -> None:
    delivery.load()
    assert [tally.already_there for tally in delivery.load().tallies] == [1, 1, 1, 1, 1, 1]


@pytest.mark.django_db
def test_one_event_tells_what_a_run_loaded(delivery: Delivery) -> None:
    delivery.load()
    delivery.load()
    assert events() == [
        {
            "agency": "broward",
            "outcome": "finished",
            "loaded": {
                "people": 1,
                "arrests": 1,
                "charges": 1,
                "jail_stays": 1,
                "prison_stays": 1,
                "assessments": 1,
            },
        }
    ]


@pytest.mark.django_db
def test_a_refused_row_is_loaded_once_it_is_put_right(delivery: Delivery) -> None:
    delivery.change("assessments", decile="-1")
    delivery.load()
    delivery.change("assessments", decile="3")
    assert delivery.load().loaded == 1


@pytest.mark.django_db
def test_a_row_that_changed_since_it_was_loaded_is_refused_not_lost(delivery: Delivery) -> None:
    delivery.load()
    delivery.change("assessments", decile="9", band="High")
    result = delivery.load()
    assert [refusal.kind for refusal in result.refusals] == ["changed since it was loaded"]
    assert RiskAssessment.objects.get().score == 4


@pytest.mark.django_db
def test_the_same_file_packed_is_the_same_rows(delivery: Delivery) -> None:
    delivery.load()
    delivery.pack("jail_stays")
    assert delivery.load().loaded == 0


@pytest.mark.django_db
def test_an_interrupted_run_is_gone_on_with(delivery: Delivery) -> None:
    with pytest.raises(StoppedError):
        delivery.load(progress=stop_at("jail_stays.csv"))
    result = delivery.load()
    assert result.went_on
    assert [tally.loaded for tally in result.tallies] == [0, 0, 0, 1, 1, 1]


@pytest.mark.django_db
def test_what_an_interrupted_run_loaded_is_told_when_the_next_begins(delivery: Delivery) -> None:
    with pytest.raises(StoppedError):
        delivery.load(progress=stop_at("charges.csv"))
    delivery.load()
    assert events()[0] == {
        "agency": "broward",
        "outcome": "interrupted",
        "loaded": {"people": 1, "arrests": 1},
    }


@pytest.mark.django_db
def test_a_run_that_was_not_interrupted_does_not_say_so(delivery: Delivery) -> None:
    delivery.load()
    assert not delivery.load().went_on


@pytest.mark.django_db
@pytest.mark.parametrize("batch_rows", [1, 7, 1000])
def test_the_size_of_a_batch_changes_nothing(delivery: Delivery, batch_rows: int) -> None:
    for number in range(2, 12):
        delivery.add("people", person_key=f"P{number}")
        delivery.add("charges", charge_key=f"C{number}")
    result = delivery.load(batch_rows=batch_rows)
    assert result.loaded == 26
    assert list(Charge.objects.values_list("count_number", flat=True)) == list(range(1, 12))


@pytest.mark.django_db
def test_the_database_refuses_to_change_the_ledger(delivery: Delivery) -> None:
    delivery.load()
    with pytest.raises(IntegrityError), transaction.atomic():
        ImportedRow.objects.filter(table="people").update(key="P2")


@pytest.mark.django_db
def test_the_database_refuses_a_second_line_of_the_ledger_for_a_row(delivery: Delivery) -> None:
    delivery.load()
    row = ImportedRow.objects.get(table="people")
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


@pytest.mark.django_db
def test_of_two_imports_at_once_the_second_is_refused(delivery: Delivery) -> None:
    with psycopg.connect(**connection.get_connection_params()) as first:
        first.execute("SELECT pg_advisory_lock(hashtext('ots.exchange import broward'))")
        with pytest.raises(ImportRunningError, match="wait until it ends"):
            delivery.load()


@pytest.mark.django_db
def test_the_next_import_may_begin_when_one_has_ended(delivery: Delivery) -> None:
    delivery.load()
    with psycopg.connect(**connection.get_connection_params()) as other:
        lock = other.execute(
            "SELECT pg_try_advisory_lock(hashtext('ots.exchange import broward'))"
        ).fetchone()
    assert lock == (True,)
