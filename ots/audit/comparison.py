"""Laying the entries of the trail beside what the seals promise of them."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

from ots.audit.canonical import COLUMNS
from ots.audit.findings import Fault, Report

# A row of the trail: number, transaction, text, and the hash that the database gave it.
Row = tuple[int, int, bytes, bytes | None]
# What a seal says of an entry: number, hash, seal.
Promise = tuple[int, bytes, int]

_TIME: Final = COLUMNS.index("timestamp")


@dataclass(frozen=True, slots=True)
class Position:
    """How far the seals reach: what stands after it is not sealed yet."""

    transaction: int = -1
    entry: int = 0
    floor: int = 0

    def is_before(self, row: Row) -> bool:
        """Say whether the row comes after all that is sealed."""
        return row[0] > self.floor and (row[1], row[0]) > (self.transaction, self.entry)


@dataclass
class Comparison:
    """Both sides come in nearly the same order; what comes earlier on one side waits here."""

    position: Position
    report: Report
    promised: dict[int, Promise] = field(default_factory=dict)
    found: dict[int, Row] = field(default_factory=dict)

    def run(self, rows: Iterable[Row], promises: Iterable[Promise]) -> None:
        """Go through both sides to their ends."""
        waiting = iter(promises)
        count = 0
        for row in rows:
            count += 1
            promise = next(waiting, None)
            if promise is not None and promise[0] == row[0]:
                self._match(promise, row)
                continue
            if promise is not None:
                self._take_promise(promise)
            self._take_row(row)
        for promise in waiting:
            self._take_promise(promise)
        self.report.entries += count

    def settle(self, is_archived: Callable[[int], bool]) -> None:
        """Report what is left on either side."""
        for entry, _, seal in self.promised.values():
            if is_archived(entry):
                self.report.archived += 1
            else:
                message = f"Entry {entry} of seal {seal} was removed."
                self.report.add(Fault.REMOVED, message, entry=entry, seal=seal)
        for row in self.found.values():
            self._check_unsealed(row)

    def _take_promise(self, promise: Promise) -> None:
        row = self.found.pop(promise[0], None)
        if row is not None:
            self._match(promise, row)
        elif promise[0] in self.promised:
            message = f"Entry {promise[0]} is sealed twice, in seal {promise[2]} again."
            self.report.add(Fault.SEAL, message, entry=promise[0], seal=promise[2])
        else:
            self.promised[promise[0]] = promise

    def _take_row(self, row: Row) -> None:
        promise = self.promised.pop(row[0], None)
        if promise is not None:
            self._match(promise, row)
        elif row[0] in self.found:
            message = f"Entry {row[0]} of {_time(row)} has a number that another entry has too."
            self.report.add(Fault.INSERTED, message, entry=row[0])
        else:
            self.found[row[0]] = row

    def _match(self, promise: Promise, row: Row) -> None:
        leaf = promise[1]
        if sha256(row[2]).digest() == leaf and row[3] == leaf:
            return
        message = f"Entry {row[0]} of seal {promise[2]} was altered; it now says {_time(row)}."
        self.report.add(Fault.ALTERED, message, entry=row[0], seal=promise[2])

    def _check_unsealed(self, row: Row) -> None:
        if not self.position.is_before(row):
            message = f"Entry {row[0]} of {_time(row)} was put in after its time was sealed."
            self.report.add(Fault.INSERTED, message, entry=row[0])
            return
        self.report.unsealed += 1
        if sha256(row[2]).digest() != row[3]:
            message = f"Entry {row[0]} of {_time(row)} was altered before it was sealed."
            self.report.add(Fault.ALTERED, message, entry=row[0])


def _time(row: Row) -> str:
    return str(json.loads(row[2])[_TIME])
