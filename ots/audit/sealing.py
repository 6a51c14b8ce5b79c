"""Sealing: once a minute the entries of finished transactions are numbered, hashed and chained.

Entries are appended without waiting for one another. An entry is sealed when its transaction and
all that began earlier have ended: no entry can then still come to stand before it.
"""

from datetime import datetime

from django.db import connection, transaction
from django.utils import timezone

from ots.audit import canonical
from ots.audit.anchors import keep_anchor, set_anchors_aside
from ots.audit.chain import BEGINNING, close
from ots.audit.models import AuditSeal, SealKind

ENTRIES_A_SEAL = 10_000
# Any number that no other advisory lock of ours has.
_ONE_SEALER = 5_021_867

_NEXT = f"""
    SELECT id, transaction_id, convert_to({canonical.expression("entry")}, 'UTF8')
    FROM audit_auditentry AS entry
    WHERE (transaction_id, id) > (%s, %s) AND id > %s
      AND transaction_id < %s
    ORDER BY transaction_id, id LIMIT %s
"""  # noqa: S608  own names

# One bulk transaction of a million entries leads the planner to sort them all for each seal.
_BY_INDEX = """
    SET LOCAL enable_sort = off; SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off
"""

# The oldest transaction that may still write here. Numbers are given out for all databases of the
# server: one that holds a lock in another database is not waited for.
_OLDEST_AT_WORK = """
    WITH locks AS MATERIALIZED (
        SELECT locktype, mode, granted, database, virtualtransaction,
               transactionid::text::bigint AS short FROM pg_locks),
    elsewhere AS (
        SELECT own.short FROM locks AS own JOIN locks AS held USING (virtualtransaction)
        WHERE own.locktype = 'transactionid' AND own.mode = 'ExclusiveLock' AND own.granted
          AND held.database NOT IN (0, (SELECT oid FROM pg_database
                                        WHERE datname = current_database()))),
    snapshot AS (SELECT pg_current_snapshot() AS taken)
    SELECT coalesce(
        (SELECT min(active::text::bigint) FROM pg_snapshot_xip(taken) AS active
         WHERE (active::text::bigint & 4294967295) NOT IN (SELECT short FROM elsewhere)),
        pg_snapshot_xmax(taken)::text::bigint)
    FROM snapshot
"""

_LEFT_OVER = f"""
    SELECT id, transaction_id, convert_to({canonical.expression("entry")}, 'UTF8')
    FROM audit_auditentry AS entry
    WHERE ((transaction_id, id) > (%s, %s) AND id > %s)
    ORDER BY id
"""  # noqa: S608  own names


class RestoredError(Exception):
    """The database counts transactions from lower numbers than the last seal: it was restored."""


def seal_entries(*, now: datetime | None = None) -> list[AuditSeal]:
    """Seal all that can be sealed; return the new seals.

    Raises ``RestoredError`` when the database was restored since the last seal.
    """
    made: list[AuditSeal] = []
    while seal := _seal_next(now or timezone.now()):
        made.append(seal)
        keep_anchor(seal)
        if len(seal.entry_ids) < ENTRIES_A_SEAL:
            break
    return made


def seal_after_recovery(reason: str, *, now: datetime | None = None) -> AuditSeal:
    """Seal what a restored database holds and begin anew after it, with the reason in the seal."""
    with transaction.atomic(), connection.cursor() as cursor:
        last = _last_seal_locked()
        position = (last.last_transaction, last.last_entry, last.floor) if last else (-1, 0, 0)
        cursor.execute(_LEFT_OVER, position)
        rows = cursor.fetchall()
        cursor.execute("SELECT coalesce(max(id), 0) FROM audit_auditentry")
        (floor,) = cursor.fetchone()
        seal = _new(last, rows, now or timezone.now())
        seal.kind, seal.note = SealKind.RECOVERY, reason
        seal.last_transaction, seal.last_entry, seal.floor = oldest_at_work() - 1, floor, floor
        close(seal).save(force_insert=True)
    set_anchors_aside(seal.number)
    keep_anchor(seal)
    return seal


def oldest_at_work() -> int:
    """Return the oldest transaction of this database that has not ended."""
    with connection.cursor() as cursor:
        cursor.execute(_OLDEST_AT_WORK)
        return int(cursor.fetchone()[0])


def _seal_next(now: datetime) -> AuditSeal | None:
    with transaction.atomic(), connection.cursor() as cursor:
        last = _last_seal_locked()
        _refuse_when_restored(last)
        position = (last.last_transaction, last.last_entry, last.floor) if last else (-1, 0, 0)
        cursor.execute(_BY_INDEX)
        cursor.execute(_NEXT, [*position, oldest_at_work(), ENTRIES_A_SEAL])
        rows = cursor.fetchall()
        if not rows:
            return None
        seal = close(_new(last, rows, now))
        seal.save(force_insert=True)
        return seal


def _last_seal_locked() -> AuditSeal | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ONE_SEALER])
    return AuditSeal.objects.defer("entry_ids", "leaves").order_by("-number").first()


def _refuse_when_restored(last: AuditSeal | None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
        (current,) = cursor.fetchone()
    if last and current < last.last_transaction:
        raise RestoredError(
            f"The database is at transaction [{current}], before seal [{last.number}]: it was "
            "restored. Run 'manage.py seal_audit --recovered REASON' once it is checked."
        )


def _new(
    last: AuditSeal | None, rows: list[tuple[int, int, memoryview | bytes]], now: datetime
) -> AuditSeal:
    return AuditSeal(
        number=last.number + 1 if last else 1,
        previous=last.digest if last else BEGINNING,
        text_format=canonical.FORMAT,
        entry_ids=[entry for entry, _, _ in rows],
        leaves=b"".join(canonical.leaf(bytes(text)) for _, _, text in rows),
        last_transaction=rows[-1][1] if rows else 0,
        last_entry=rows[-1][0] if rows else 0,
        floor=last.floor if last else 0,
        sealed_at=now,
    )
