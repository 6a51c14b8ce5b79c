"""Sealing: nothing is lost, the order stands, and what does not end is waited for."""

import threading
from datetime import timedelta
from pathlib import Path

import pytest
from django.core import mail
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from ots.access.models import Agency
from ots.audit.anchors import read_anchors
from ots.audit.events import Event
from ots.audit.models import AuditEntry, AuditSeal, SealKind
from ots.audit.sealing import RestoredError, seal_after_recovery, seal_entries
from ots.audit.services import record
from ots.audit.verification import verify
from ots.audit.watch import check_whole_trail, send_head, watch
from tests.audit.conftest import write_entries
from tests.audit.test_tampering import as_superuser

WRITERS = 6
EACH = 40


def sealed_entries() -> list[int]:
    return [key for seal in AuditSeal.objects.order_by("number") for key in seal.entry_ids]


def test_many_writers_at_once_lose_nothing(transactional_db: None, anchors: Path) -> None:
    def write(number: int) -> None:
        try:
            for person in range(EACH):
                with transaction.atomic():
                    write_entries(2, first_person=number * 1000 + person)
        finally:
            connection.close()

    writers = [threading.Thread(target=write, args=[number]) for number in range(WRITERS)]
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        seal_entries()
    seal_entries()
    entries = set(AuditEntry.objects.values_list("pk", flat=True))
    assert sorted(sealed_entries()) == sorted(entries)
    assert len(entries) >= WRITERS * EACH * 2
    assert verify(anchors=read_anchors(anchors)).findings == []


def test_entries_stand_in_the_order_of_their_transactions(sealed_trail: Path) -> None:
    order = {key: at for at, key in enumerate(sealed_entries())}
    rows = AuditEntry.objects.filter(pk__in=order).values_list("transaction_id", "pk")
    assert [key for _, key in sorted(rows)] == sorted(order, key=order.__getitem__)


def test_a_transaction_that_has_not_ended_is_waited_for(
    transactional_db: None, anchors: Path
) -> None:
    seal_entries()
    wrote, may_end = threading.Event(), threading.Event()

    def write_slowly() -> None:
        with transaction.atomic():
            write_entries(1, first_person=1)
            wrote.set()
            may_end.wait(10)
        connection.close()

    writer = threading.Thread(target=write_slowly)
    writer.start()
    wrote.wait(10)
    write_entries(1, first_person=2)
    sealed_too_early = seal_entries()
    may_end.set()
    writer.join()
    seal = seal_entries()[0]
    people = AuditEntry.objects.in_bulk(seal.entry_ids)
    assert sealed_too_early == []
    assert [people[key].person_id for key in seal.entry_ids] == [1, 2]


def test_an_entry_that_cannot_be_written_takes_the_change_with_it(
    transactional_db: None, anchors: Path
) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "ALTER TABLE audit_auditentry ADD CONSTRAINT nothing_more CHECK (false) NOT VALID"
        )
    try:
        with pytest.raises(DatabaseError), transaction.atomic():
            agency = Agency(code="X1", name="Lost", kind="other")
            agency.save()
            record(Event.ROLE_GIVEN, actor=None, target=agency)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE audit_auditentry DROP CONSTRAINT nothing_more")
    assert not Agency.objects.filter(code="X1").exists()


def test_the_contacts_learn_that_the_trail_takes_no_entries(
    transactional_db: None, anchors: Path, settings
) -> None:
    settings.AUDIT_CONTACTS = ["security@example.org"]
    with connection.cursor() as cursor:
        cursor.execute(
            "ALTER TABLE audit_auditentry ADD CONSTRAINT nothing_more CHECK (false) NOT VALID"
        )
    try:
        assert watch() is None
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE audit_auditentry DROP CONSTRAINT nothing_more")
    assert "takes no entries" in mail.outbox[0].subject


def test_entries_that_are_not_sealed_raise_one_alarm_an_hour(sealed_trail: Path, settings) -> None:
    settings.AUDIT_CONTACTS = ["security@example.org"]
    later = timezone.now() + timedelta(minutes=31)
    watch(now=later)
    watch(now=later)
    assert [message.subject for message in mail.outbox] == ["[OTS] The audit trail needs attention"]


def test_a_sealed_trail_raises_no_alarm(sealed_trail: Path, settings) -> None:
    settings.AUDIT_CONTACTS = ["security@example.org"]
    found = watch()
    assert found is not None
    assert found.troubles == ()
    assert mail.outbox == []


def test_a_weekly_check_that_finds_something_is_told_and_stays_on_the_record(
    sealed_trail: Path, settings
) -> None:
    settings.AUDIT_CONTACTS = ["security@example.org"]
    with transaction.atomic():
        as_superuser("DELETE FROM audit_auditentry WHERE id = %s", sealed_entries()[50])
    assert not check_whole_trail()
    assert "tampered" in mail.outbox[0].subject
    assert watch().troubles == (
        "The last check of the trail found something: run manage.py verify_audit.",
    )


def test_the_head_is_mailed_as_an_anchor_that_can_be_checked(
    sealed_trail: Path, settings, tmp_path: Path
) -> None:
    settings.AUDIT_CONTACTS = ["security@example.org"]
    send_head()
    kept = tmp_path / "kept"
    kept.write_text(mail.outbox[0].body.splitlines()[-1])
    assert verify(anchors=read_anchors(kept)).is_sound


def test_a_restored_database_is_not_sealed_on_as_if_nothing_had_happened(
    sealed_trail: Path,
) -> None:
    with transaction.atomic():
        as_superuser("UPDATE audit_auditseal SET last_transaction = last_transaction + 1000000000")
    with pytest.raises(RestoredError, match="was restored"):
        seal_entries()


def test_after_a_recovery_the_chain_goes_on_with_the_reason_in_it(sealed_trail: Path) -> None:
    seal = seal_after_recovery("Restored from the backup of Sunday")
    write_entries(3, first_person=5000)
    seal_entries()
    report = verify(anchors=read_anchors(sealed_trail))
    assert seal.kind == SealKind.RECOVERY
    assert report.findings == []
    assert report.unsealed == 0
    assert report.notes == [f"Seal {seal.number} closes a recovery: {seal.note}"]


def test_an_entry_is_dated_when_it_is_made(db: None) -> None:
    entry = AuditEntry(
        event="PERSON_VIEWED", timestamp=timezone.now() - timedelta(days=2), action=3,
        content_type_id=1, object_pk="",
    )  # fmt: skip
    with pytest.raises(DatabaseError, match="dated when it is made"), transaction.atomic():
        entry.save()


def test_the_database_itself_stamps_who_wrote_an_entry(db: None) -> None:
    entry = record(Event.PERSON_VIEWED, actor=None)
    entry.refresh_from_db()
    assert entry.database_user == connection.settings_dict["USER"]
    assert entry.transaction_id > 0
