"""Months that were taken out of the trail after their time: which entries they hold."""

import json
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from ots.audit.findings import Fault, Report
from ots.audit.models import AuditArchive
from ots.audit.secrets import is_signed, sign

_PURPOSE = "archive"


@dataclass(frozen=True, slots=True)
class ArchivedEntries:
    """The numbers of all entries that were archived, as runs."""

    starts: list[int]
    ends: list[int]

    @classmethod
    def read(cls, report: Report) -> "ArchivedEntries":
        """Read the archives; one that this system did not sign is a finding and counts nothing."""
        runs: list[tuple[int, int]] = []
        for archive in AuditArchive.objects.order_by("month"):
            if not is_signed(_text(archive), archive.signature, purpose=_PURPOSE):
                report.add(Fault.ARCHIVE, f"The archive of {archive.month:%Y-%m} was changed.")
                continue
            runs.extend(zip(archive.run_starts, archive.run_ends, strict=True))
        runs.sort()
        return cls([start for start, _ in runs], [end for _, end in runs])

    def holds(self, entry: int) -> bool:
        """Say whether the entry was archived."""
        at = bisect_right(self.starts, entry) - 1
        return at >= 0 and entry <= self.ends[at]


def signed(archive: AuditArchive) -> AuditArchive:
    """Fill in the signature of a new archive."""
    archive.signature = sign(_text(archive), purpose=_PURPOSE)
    return archive


def runs_of(entries: Iterable[int]) -> tuple[list[int], list[int]]:
    """Return where the runs of neighbouring numbers start and end; takes them in order."""
    starts: list[int] = []
    ends: list[int] = []
    for entry in entries:
        if ends and entry == ends[-1] + 1:
            ends[-1] = entry
        else:
            starts.append(entry)
            ends.append(entry)
    return starts, ends


def _text(archive: AuditArchive) -> bytes:
    told = [
        f"{archive.month:%Y-%m-%d}",
        archive.entries,
        archive.run_starts,
        archive.run_ends,
        archive.file_name,
        archive.file_digest,
        f"{archive.archived_at.timestamp():.6f}",
    ]
    return json.dumps(told).encode()
