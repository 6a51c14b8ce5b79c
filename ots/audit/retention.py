"""How long the trail is kept, and how a month leaves it: to a file, its seals staying behind."""

import gzip
import hashlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from ots.audit import canonical
from ots.audit.archives import runs_of, signed
from ots.audit.events import Event
from ots.audit.models import AuditArchive
from ots.audit.months import Month, months
from ots.audit.services import record
from ots.audit.verification import unsealed_since

_ROWS_AT_ONCE = 5_000


class NotArchivableError(Exception):
    """A month cannot leave the trail yet; the message says why."""


@dataclass(frozen=True, slots=True)
class Expired:
    """A month whose time is over, and how many entries it holds."""

    month: Month
    entries: int


def years_kept(on: date) -> int:
    """Return for how many years entries are kept under the rule in force on the day."""
    in_force = [years for since, years in settings.AUDIT_YEARS_KEPT if since <= on]
    return in_force[-1] if in_force else settings.AUDIT_YEARS_KEPT[0][1]


def expired_months(today: date) -> list[Expired]:
    """List the months of which every entry is older than the time it must be kept."""
    limit = today - relativedelta(years=years_kept(today))
    return [Expired(month, _count(month)) for month in months() if month.end <= limit]


def archive_month(month: Month) -> AuditArchive:
    """Write the month's entries to a file, take it out of the trail, and record that.

    Its table stays in the database, apart from the trail, until somebody drops it by hand. Raises
    ``NotArchivableError`` while an entry of the month is not sealed.
    """
    oldest = unsealed_since()
    if oldest is not None and oldest.date() < month.end:
        raise NotArchivableError(f"[{month.table}] holds entries that are not sealed yet.")
    path = _file(month)
    with transaction.atomic():
        entries, digest = _write(month, path)
        starts, ends = runs_of(sorted(entries))
        archive = signed(
            AuditArchive(
                month=month.first,
                entries=len(entries),
                run_starts=starts,
                run_ends=ends,
                file_name=path.name,
                file_digest=digest,
                archived_at=timezone.now(),
            )
        )
        archive.save(force_insert=True)
        with connection.cursor() as cursor:
            cursor.execute(f"ALTER TABLE audit_auditentry DETACH PARTITION {month.table}")
        record(
            Event.TRAIL_ARCHIVED,
            actor=None,
            target=archive,
            details={"month": f"{month.first:%Y-%m}", "entries": len(entries), "file": path.name},
        )
    return archive


def _file(month: Month) -> Path:
    folder = Path(settings.AUDIT_ARCHIVE_FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"trail-{month.first:%Y-%m}.jsonl.gz"
    if path.exists():
        raise NotArchivableError(f"[{path}] is there already: move it away first.")
    return path


def _write(month: Month, path: Path) -> tuple[list[int], str]:
    entries: list[int] = []
    with gzip.open(path, "wb") as lines:
        for entry, text in _texts(month):
            entries.append(entry)
            lines.write(text + b"\n")
    return entries, hashlib.sha256(path.read_bytes()).hexdigest()


def _texts(month: Month) -> Iterator[tuple[int, bytes]]:
    query = (
        f"SELECT id, convert_to({canonical.expression('entry')}, 'UTF8')"  # noqa: S608  own names
        f" FROM {month.table} AS entry ORDER BY id"
    )
    with closing(connection.connection.cursor(name="audit_month")) as cursor:
        cursor.itersize = _ROWS_AT_ONCE
        cursor.execute(query, binary=True)
        yield from cursor


def _count(month: Month) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {month.table}")  # noqa: S608  own name
        return int(cursor.fetchone()[0])
