"""Loading a table in batches: each batch and its lines of the ledger are one transaction.

A run that is killed leaves whole batches behind, and the ledger says which rows they held; the
next run goes on with the others. No row is loaded twice, and none is dropped without a refusal.
"""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from django.db import DatabaseError, DataError, IntegrityError, transaction
from django.db.models import QuerySet

from ots.exchange.models import ImportedRow, ImportRun, source_text
from ots.exchange.refusals import Refusal, RowRefusedError
from ots.exchange.tables import Row, Table

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Parent:
    """The record of a row that another row belongs to."""

    record_id: int
    person_id: int


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """A row on its way into the record, with the records it belongs to by table."""

    source: str
    line: int
    key: str
    digest: str
    kept: Mapping[str, str]
    row: R
    parents: Mapping[str, Parent] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Written:
    """What a row became."""

    record_id: int
    person_id: int
    note: str = ""


class Loader(ABC, Generic[R]):
    """How the rows of one table become records."""

    agency: str
    table: Table

    @abstractmethod
    def parse(self, cells: Mapping[str, str]) -> R:
        """Check the columns; raises ``RowRefusedError``."""

    @abstractmethod
    def parents(self, row: R) -> Mapping[str, str]:
        """Return the keys of the rows it belongs to, by table."""

    @abstractmethod
    def write(self, entries: Sequence[Entry[R]]) -> "Sequence[Written | RowRefusedError]":
        """Write the records of all entries, in their order.

        A refusal that is returned is its row's alone; one that is raised undoes them all, and the
        row that it is about is looked for.
        """

    def explain(self, error: DatabaseError, entry: Entry[R]) -> RowRefusedError:
        """Say in plain words why the database refused the entry."""
        return RowRefusedError("refused by the database", f"the database refused it: {said(error)}")


# Tables of several shapes in one list; each is checked where it is defined.
AnyLoader = Loader[Any]


@dataclass(slots=True)
class Tally:
    """What became of the rows of one file."""

    table: str
    file: str
    loaded: int = 0
    already_there: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)

    @property
    def read(self) -> int:
        """Return the number of rows that were dealt with."""
        return self.loaded + self.already_there + len(self.refusals)


class TableLoad(Generic[R]):
    """The loading of one file, batch by batch."""

    def __init__(self, loader: Loader[R], *, run: ImportRun, file: str) -> None:
        """Start with nothing loaded."""
        self._loader = loader
        self._run = run
        self._lines: dict[str, int] = {}
        self.tally = Tally(table=loader.table.name, file=file)

    def take(self, rows: Sequence[Row]) -> None:
        """Load one batch; either all of it and its lines of the ledger, or nothing."""
        with transaction.atomic():
            self._write(self._with_parents(self._parsed(self._new(rows))))

    def _new(self, rows: Sequence[Row]) -> list[Row]:
        usable = [row for row in rows if self._is_usable(row)]
        digests = self._digests(self._key(row) for row in usable)
        return [row for row in usable if not self._is_there(row, digests)]

    def _key(self, row: Row) -> str:
        return row.cells.get(self._loader.table.key, "")

    def _is_usable(self, row: Row) -> bool:
        key, column = self._key(row), self._loader.table.key
        if row.fault:
            return self._refuse(row.line, key, RowRefusedError("row not readable", row.fault))
        if not key:
            return self._refuse(
                row.line, key, RowRefusedError("required column empty", f"{column} is empty")
            )
        first = self._lines.setdefault(key, row.line)
        if first != row.line:
            reason = f"{column} [{key}] stands in line {first} already; a key is one row's"
            return self._refuse(row.line, key, RowRefusedError("key twice in the file", reason))
        return True

    def _is_there(self, row: Row, digests: Mapping[str, str]) -> bool:
        key = self._key(row)
        if key not in digests:
            return False
        if digests[key] == row.digest:
            self.tally.already_there += 1
            return True
        reason = (
            f"[{key}] was loaded before with other values; correct the record itself, or give the "
            "row a new key"
        )
        self._refuse(row.line, key, RowRefusedError("changed since it was loaded", reason))
        return True

    def _parsed(self, rows: Sequence[Row]) -> list[Entry[R]]:
        entries = []
        for row in rows:
            try:
                entries.append(self._entry(row))
            except RowRefusedError as error:
                self._refuse(row.line, self._key(row), error)
        return entries

    def _entry(self, row: Row) -> Entry[R]:
        loader, key = self._loader, self._key(row)
        return Entry(
            source=source_text(loader.agency, loader.table.name, key),
            line=row.line,
            key=key,
            digest=row.digest,
            kept={name: row.cells[name] for name in loader.table.kept if row.cells[name]},
            row=loader.parse(row.cells),
        )

    def _with_parents(self, entries: Sequence[Entry[R]]) -> list[Entry[R]]:
        wanted = [(entry, self._loader.parents(entry.row)) for entry in entries]
        known = self._loaded_parents([keys for _, keys in wanted])
        found = []
        for entry, keys in wanted:
            try:
                found.append(replace(entry, parents=_parents_of(keys, known)))
            except RowRefusedError as error:
                self._refuse(entry.line, entry.key, error)
        return found

    def _loaded_parents(self, wanted: Sequence[Mapping[str, str]]) -> dict[tuple[str, str], Parent]:
        known = {}
        for table in {table for keys in wanted for table in keys}:
            rows = self._ledger(table, {keys[table] for keys in wanted if table in keys})
            for key, record_id, person_id in rows.values_list("key", "record_id", "person_id"):
                known[table, key] = Parent(record_id, person_id)
        return known

    def _write(self, entries: Sequence[Entry[R]]) -> None:
        if not entries:
            return
        try:
            with transaction.atomic():
                became = list(zip(entries, self._loader.write(entries), strict=True))
                written = [(entry, one) for entry, one in became if isinstance(one, Written)]
                self._enter(written)
        except (IntegrityError, DataError, RowRefusedError) as error:
            self._write_apart(entries, error)
        else:
            self.tally.loaded += len(written)
            self.tally.notes.update(one.note for _, one in written if one.note)
            for entry, one in became:
                if isinstance(one, RowRefusedError):
                    self._refuse(entry.line, entry.key, one)

    def _write_apart(
        self, entries: Sequence[Entry[R]], error: DatabaseError | RowRefusedError
    ) -> None:
        # Halve until the row that is refused stands alone.
        if len(entries) == 1:
            entry = entries[0]
            told = error
            if not isinstance(told, RowRefusedError):
                told = self._loader.explain(told, entry)
            self._refuse(entry.line, entry.key, told)
            return
        middle = len(entries) // 2
        self._write(entries[:middle])
        self._write(entries[middle:])

    def _enter(self, written: Sequence[tuple[Entry[R], Written]]) -> None:
        ImportedRow.objects.bulk_create(
            ImportedRow(
                run=self._run,
                agency=self._loader.agency,
                table=self._loader.table.name,
                key=entry.key,
                line=entry.line,
                digest=entry.digest,
                person_id=one.person_id,
                record_id=one.record_id,
                note=one.note,
                kept=dict(entry.kept),
            )
            for entry, one in written
        )

    def _digests(self, keys: Iterable[str]) -> dict[str, str]:
        rows = self._ledger(self._loader.table.name, keys)
        return dict(rows.values_list("key", "digest"))

    def _ledger(self, table: str, keys: Iterable[str]) -> QuerySet[ImportedRow]:
        return ImportedRow.objects.filter(
            agency=self._loader.agency, table=table, key__in=list(keys)
        )

    def _refuse(self, line: int, key: str, error: RowRefusedError) -> bool:
        refusal = Refusal(self.tally.file, line, key, error.kind, error.reason)
        self.tally.refusals.append(refusal)
        return False


def _parents_of(
    keys: Mapping[str, str], known: Mapping[tuple[str, str], Parent]
) -> dict[str, Parent]:
    found = {}
    for table, key in keys.items():
        if (table, key) not in known:
            raise RowRefusedError(
                "belongs to a row that was not loaded",
                f"it belongs to [{key}] of {table}, and no such row was loaded",
            )
        found[table] = known[table, key]
    if len({parent.person_id for parent in found.values()}) > 1:
        both = " and ".join(f"[{key}] of {table}" for table, key in keys.items())
        raise RowRefusedError("belongs to two people", f"{both} are not the same person's")
    return found


def constraint_of(error: DatabaseError) -> str:
    """Return the name of the constraint that the database upheld, empty if it names none."""
    diagnosis = getattr(error.__cause__, "diag", None)
    return getattr(diagnosis, "constraint_name", None) or ""


def said(error: DatabaseError) -> str:
    """Return the first line of what the database said."""
    return str(error).strip().splitlines()[0]
