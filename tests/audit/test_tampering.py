"""Whoever rewrites the trail in the database itself is found, and the place is named."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from ots.audit.anchors import read_anchors
from ots.audit.canonical import COLUMNS
from ots.audit.chain import close
from ots.audit.findings import Fault, Report
from ots.audit.models import AuditEntry, AuditSeal
from ots.audit.verification import verify

SEED = 20_261_121
# What an intruder writes instead, for each column of the trail.
OTHER_VALUES = {
    "id": "entry.id + 1000000",
    "transaction_id": "transaction_id + 1",
    "database_user": "'somebody'",
    "timestamp": "\"timestamp\" + interval '1 microsecond'",
    "action": "2",
    "event": "'LIST_VIEWED'",
    "outcome": "'denied'",
    "actor_id": "(SELECT min(id) + 1000000 FROM django_content_type)",
    "actor_email": "'another@example.org'",
    "agency_id": "77",
    "ori": "'MI0000001'",
    "session": "'another'",
    "second_factor": "'passkey'",
    "remote_addr": "'203.0.113.7'",
    "remote_port": "8080",
    "origin": "'GET /elsewhere/'",
    "cid": "'another'",
    "person_id": "person_id + 1",
    "people": "people || 4711::bigint",
    "categories": "array_append(categories, 'another')",
    "reason": "reason || ' '",
    "purpose": "'C'",
    "terms": "array_append(terms, 'another')",
    "sealed_terms": "'x'",
    "content_type_id": "content_type_id + 1000",
    "object_pk": "'9'",
    "object_id": "9",
    "object_repr": "'another'",
    "changes": '\'{"last_name": ["Doe", "Dow"]}\'',
    "changes_text": "'x'",
    "serialized_data": "'{}'",
    "additional_data": "'{}'",
    "digest": "'\\x00'",
}
EVERY_SEAL_COLUMN = {
    "kind": "'recovery'",
    "note": "'nothing happened'",
    "text_format": "2",
    "previous": "repeat('a', 64)",
    "root": "repeat('b', 64)",
    "entry_ids": "entry_ids[2:]",
    "leaves": "set_byte(leaves, 5, get_byte(leaves, 5) # 1)",
    "last_transaction": "last_transaction + 1",
    "last_entry": "last_entry + 1",
    "floor": "floor + 1",
    "sealed_at": "sealed_at - interval '1 hour'",
    "digest": "repeat('c', 64)",
    "signature": "repeat('d', 64)",
    "number": "number + 100",
}


class _RolledBackError(Exception):
    pass


@contextmanager
def undone() -> Iterator[None]:
    """Undo what is done inside."""
    try:
        with transaction.atomic():
            yield
            raise _RolledBackError
    except _RolledBackError:
        pass


def as_superuser(statement: str, *values: object) -> None:
    """Change the database with every trigger switched off, as only its master can."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(statement, values)
        assert cursor.rowcount != 0
        cursor.execute("SET LOCAL session_replication_role = origin")


def checked_after(tampering: Callable[[], None], anchors: Path) -> Report:
    with undone():
        tampering()
        return verify(anchors=read_anchors(anchors))
    raise AssertionError("unreachable")


def places(report: Report) -> set[tuple[Fault, int | None]]:
    return {(finding.fault, finding.entry or finding.seal) for finding in report.findings}


def sealed_entries() -> list[int]:
    return [key for seal in AuditSeal.objects.order_by("number") for key in seal.entry_ids]


def entry_of_the_second_seal() -> int:
    """Return an entry about a person: the first seal holds what the making of the database left."""
    return AuditSeal.objects.get(number=2).entry_ids[10]


def set_column(column: str, value: str, entry: int) -> None:
    as_superuser(f'UPDATE audit_auditentry entry SET "{column}" = {value} WHERE id = %s', entry)


def test_an_untouched_trail_passes(sealed_trail: Path) -> None:
    report = verify(anchors=read_anchors(sealed_trail))
    assert report.findings == []
    assert (report.entries, report.seals, report.unsealed) == (AuditEntry.objects.count(), 6, 10)


def test_every_column_of_the_trail_is_under_seal(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT attname FROM pg_attribute WHERE attrelid = 'audit_auditentry'::regclass"
            " AND attnum > 0 AND NOT attisdropped"
        )
        columns = {name for (name,) in cursor.fetchall()}
    assert columns == {*COLUMNS, "digest"} == OTHER_VALUES.keys()


def test_a_hundred_random_tamperings_are_each_found_and_named(sealed_trail: Path) -> None:
    chance = random.Random(SEED)  # noqa: S311  no secret
    sealed = sealed_entries()
    missed = []
    for number in range(100):
        entry = chance.choice(sealed)
        kind = chance.choice(("alter", "delete", "insert", "swap"))
        column = chance.choice(sorted(OTHER_VALUES.keys() - {"id"}))
        other = chance.choice([key for key in sealed if key != entry])
        report = checked_after(partial(TAMPERINGS[kind], entry, column, other), sealed_trail)
        if EXPECTED[kind](entry, other) - places(report):
            missed.append((number, kind, entry, column, [each.message for each in report.findings]))
    assert missed == []


def alter(entry: int, column: str, _other: int) -> None:
    set_column(column, OTHER_VALUES[column], entry)


def delete(entry: int, _column: str, _other: int) -> None:
    as_superuser("DELETE FROM audit_auditentry WHERE id = %s", entry)


COPIED = ", ".join(f'"{name}"' for name in [*COLUMNS, "digest"] if name != "id")


def insert(entry: int, _column: str, _other: int) -> None:
    as_superuser(
        f"INSERT INTO audit_auditentry (id, {COPIED}) SELECT 1000000 + id, {COPIED}"
        " FROM audit_auditentry WHERE id = %s",
        entry,
    )


def swap(entry: int, _column: str, other: int) -> None:
    as_superuser(
        "UPDATE audit_auditentry SET id = CASE id WHEN %s THEN %s ELSE %s END WHERE id IN (%s, %s)",
        entry, other, entry, entry, other,
    )  # fmt: skip


TAMPERINGS = {"alter": alter, "delete": delete, "insert": insert, "swap": swap}
EXPECTED: dict[str, Callable[[int, int], set[tuple[Fault, int | None]]]] = {
    "alter": lambda entry, _: {(Fault.ALTERED, entry)},
    "delete": lambda entry, _: {(Fault.REMOVED, entry)},
    "insert": lambda entry, _: {(Fault.INSERTED, 1_000_000 + entry)},
    "swap": lambda entry, other: {(Fault.ALTERED, entry), (Fault.ALTERED, other)},
}


def test_an_altered_entry_is_found_whichever_column_it_is(sealed_trail: Path) -> None:
    entry = entry_of_the_second_seal()
    for column, value in OTHER_VALUES.items():
        if column == "id":
            continue
        report = checked_after(lambda c=column, v=value: set_column(c, v, entry), sealed_trail)
        assert places(report) == {(Fault.ALTERED, entry)}, column


def test_a_renumbered_entry_is_removed_and_another_put_in(sealed_trail: Path) -> None:
    entry = entry_of_the_second_seal()
    report = checked_after(lambda: set_column("id", "id + 1000000", entry), sealed_trail)
    assert places(report) == {(Fault.REMOVED, entry), (Fault.INSERTED, entry + 1_000_000)}


def test_a_second_entry_of_the_same_number_is_found(sealed_trail: Path) -> None:
    entry = entry_of_the_second_seal()
    copied = COPIED.replace('"timestamp"', "\"timestamp\" - interval '1 minute'")

    def tampering() -> None:
        as_superuser(
            f"INSERT INTO audit_auditentry (id, {COPIED}) SELECT id, {copied}"
            " FROM audit_auditentry WHERE id = %s",
            entry,
        )

    assert entry in {finding.entry for finding in checked_after(tampering, sealed_trail).findings}


def test_an_entry_altered_before_it_was_sealed_is_found(sealed_trail: Path) -> None:
    entry = AuditEntry.objects.latest("pk").pk
    report = checked_after(lambda: set_column("reason", "'another'", entry), sealed_trail)
    assert places(report) == {(Fault.ALTERED, entry)}


def test_an_emptied_month_is_found_entry_by_entry(sealed_trail: Path) -> None:
    sealed = sealed_entries()
    with undone():
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE audit_auditentry")
        report = verify(anchors=read_anchors(sealed_trail))
    assert places(report) == {(Fault.REMOVED, entry) for entry in sealed}


@pytest.mark.parametrize("column", sorted(EVERY_SEAL_COLUMN))
def test_a_changed_seal_is_found_whatever_was_changed(column: str, sealed_trail: Path) -> None:
    def tampering() -> None:
        value = EVERY_SEAL_COLUMN[column]
        as_superuser(f"UPDATE audit_auditseal SET {column} = {value} WHERE number = 3")

    report = checked_after(tampering, sealed_trail)
    assert {finding.seal for finding in report.findings} & {3, 4, 103}


def test_a_removed_seal_is_found(sealed_trail: Path) -> None:
    def tampering() -> None:
        as_superuser("DELETE FROM audit_auditseal WHERE number = 3")

    assert (Fault.SEAL, 4) in places(checked_after(tampering, sealed_trail))


def test_the_newest_seals_cannot_be_removed_without_contradicting_the_anchors(
    sealed_trail: Path,
) -> None:
    def tampering() -> None:
        as_superuser("DELETE FROM audit_auditseal WHERE number >= 5")

    assert {(Fault.ANCHOR, 5), (Fault.ANCHOR, 6)} <= places(checked_after(tampering, sealed_trail))


def test_a_chain_made_anew_without_the_key_is_found(sealed_trail: Path, settings) -> None:
    own = settings.SEALING_KEYS
    settings.SEALING_KEYS = ["an intruder's key"]

    def tampering() -> None:
        seal = AuditSeal.objects.get(number=6)
        seal.note = "rewritten"
        close(seal)
        as_superuser(
            "UPDATE audit_auditseal SET note = %s, digest = %s, signature = %s WHERE number = 6",
            seal.note, seal.digest, seal.signature,
        )  # fmt: skip
        settings.SEALING_KEYS = own

    assert {(Fault.SEAL, 6), (Fault.ANCHOR, 6)} <= places(checked_after(tampering, sealed_trail))


def test_the_command_names_the_place_and_fails(sealed_trail: Path, capsys) -> None:
    entry = entry_of_the_second_seal()
    with undone(), pytest.raises(CommandError, match="not sound: 1 findings"):
        set_column("reason", "'another'", entry)
        call_command("verify_audit")
    assert f"Entry {entry} of seal 2 was altered" in capsys.readouterr().out


def test_the_command_passes_an_untouched_trail(sealed_trail: Path, capsys) -> None:
    call_command("verify_audit", anchor=[sealed_trail])
    assert "(10 not sealed yet" in capsys.readouterr().out
