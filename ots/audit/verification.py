"""Checking the trail: every entry against its seal, every seal against the next, all to anchors."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Final, cast

from django.db import connection, transaction
from django.utils import timezone

from ots.audit import canonical, chain
from ots.audit.anchors import Anchor
from ots.audit.archives import ArchivedEntries
from ots.audit.comparison import Comparison, Position, Promise, Row
from ots.audit.findings import Fault, Report
from ots.audit.models import AuditEntry, AuditSeal, SealKind

# Beyond this an entry without a seal is a finding: the sealing task runs once a minute.
LONGEST_UNSEALED: Final = timedelta(hours=1)
_ROWS_AT_ONCE = 5_000
_SEALS_AT_ONCE = 10

_ROWS = f"""
    SELECT id, transaction_id, convert_to({canonical.expression("entry")}, 'UTF8'), digest
    FROM audit_auditentry AS entry
"""  # noqa: S608  own names


def verify(*, anchors: Iterable[Anchor] = (), now: datetime | None = None) -> Report:
    """Check the whole trail and return what was found."""
    report = Report()
    heads: dict[int, str] = {}
    with transaction.atomic():
        last = AuditSeal.objects.defer("entry_ids", "leaves").order_by("-number").first()
        comparison = Comparison(_position(last), report)
        comparison.run(_rows(), _promises(last, heads, report))
        comparison.settle(ArchivedEntries.read(report).holds)
        _check_age(comparison.position, now or timezone.now(), report)
    report.head = last.digest if last else ""
    check_anchors(anchors, heads, report)
    return report


def check_anchors(anchors: Iterable[Anchor], heads: dict[int, str], report: Report) -> None:
    """Compare the heads of the chain with those known outside."""
    for anchor in anchors:
        digest = heads.get(anchor.number)
        if digest == anchor.digest:
            continue
        what = "was removed" if digest is None else "was replaced: its digest is another"
        message = f"Seal {anchor.number}, which an anchor names, {what}."
        report.add(Fault.ANCHOR, message, seal=anchor.number)


def _position(last: AuditSeal | None) -> Position:
    if last is None:
        return Position()
    return Position(last.last_transaction, last.last_entry, last.floor)


def _promises(last: AuditSeal | None, heads: dict[int, str], report: Report) -> Iterator[Promise]:
    before: AuditSeal | None = None
    seals = AuditSeal.objects.filter(number__lte=last.number if last else 0).order_by("number")
    for seal in seals.iterator(chunk_size=_SEALS_AT_ONCE):
        report.seals += 1
        heads[seal.number] = seal.digest
        for fault in chain.faults(seal, before):
            report.add(Fault.SEAL, f"Seal {seal.number} {fault}.", seal=seal.number)
        if seal.kind == SealKind.RECOVERY:
            report.notes.append(f"Seal {seal.number} closes a recovery: {seal.note}")
        before = seal
        for entry, leaf in zip(seal.entry_ids, chain.leaves_of(seal), strict=False):
            yield entry, leaf, seal.number


def _rows() -> Iterator[Row]:
    connection.ensure_connection()
    with connection.connection.cursor(name="audit_rows", withhold=False) as cursor:
        cursor.itersize = _ROWS_AT_ONCE
        cursor.execute(_ROWS, binary=True)
        yield from cast(Iterator[Row], cursor)


def _check_age(position: Position, now: datetime, report: Report) -> None:
    late = unsealed_since(position)
    if late is not None and now - late > LONGEST_UNSEALED:
        message = f"Entries since {late:%Y-%m-%d %H:%M} are not sealed: is the worker running?"
        report.add(Fault.LATE, message)


def unsealed_since(position: Position | None = None) -> datetime | None:
    """Return the time of the oldest entry that no seal covers yet."""
    last = AuditSeal.objects.defer("entry_ids", "leaves").order_by("-number").first()
    after = position or _position(last)
    oldest = AuditEntry.objects.filter(id__gt=after.floor).extra(  # noqa: S610  own names
        where=["(transaction_id, audit_auditentry.id) > (%s, %s)"],
        params=[after.transaction, after.entry],
    )
    first = oldest.order_by("transaction_id", "id").values_list("timestamp", flat=True).first()
    return cast("datetime | None", first)
