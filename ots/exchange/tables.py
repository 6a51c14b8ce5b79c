"""Tables that agencies send as CSV files, plain or gzip: found, checked and read row by row."""

import csv
import gzip
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import IO, Protocol

from ots.exchange.refusals import FileRefusedError


class Lines(Protocol):
    """What is used of a CSV reader."""

    @property
    def line_num(self) -> int:
        """Return the number of lines read so far."""

    def __next__(self) -> list[str]:
        """Return the next row."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table by its name, its columns, which one is the key, and which have no field of ours."""

    name: str
    columns: tuple[str, ...]
    key: str
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it stands in the file; ``fault`` says why its cells can't be used."""

    line: int
    cells: Mapping[str, str] = field(default_factory=dict)
    fault: str = ""

    @property
    def digest(self) -> str:
        """Return a short fingerprint of what the row says, in any order of columns."""
        text = "\x1f".join(f"{name}={self.cells[name]}" for name in sorted(self.cells))
        return blake2b(text.encode("utf-8"), digest_size=16).hexdigest()


def find_file(folder: Path, table: Table) -> Path:
    """Return the table's file in the folder, plain or gzip."""
    choices = [folder / f"{table.name}{ending}" for ending in (".csv.gz", ".csv")]
    found = [path for path in choices if path.is_file()]
    if not found:
        raise FileRefusedError(f"[{choices[0].name}] is missing in [{folder}]; put it there.")
    if len(found) > 1:
        raise FileRefusedError(
            f"[{choices[0].name}] and [{choices[1].name}] are both in [{folder}]; keep one."
        )
    return found[0]


def read_rows(path: Path, table: Table) -> Iterator[Row]:
    """Yield the rows of the file; raises ``FileRefusedError`` where it can't be read on."""
    line = 0
    try:
        with _open(path) as file:
            # Strict, so that a quotation mark never closed does not swallow the rest.
            reader = csv.reader(file, strict=True)
            header = next(reader, [])
            _check_header(path, header, table)
            line = reader.line_num
            for row in _rows(path, reader, header):
                line = row.line
                yield row
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise FileRefusedError(_damaged(path, line)) from error
    except csv.Error as error:
        raise FileRefusedError(f"[{path.name}], line {line + 1} is not CSV: {error}.") from error
    except OSError as error:
        raise FileRefusedError(f"[{path.name}] can't be read: {error.strerror}.") from error


def count_rows(path: Path, table: Table) -> int:
    """Read the whole file once, so that a damaged one is refused before anything is loaded."""
    return sum(1 for _ in read_rows(path, table))


def _open(path: Path) -> IO[str]:
    # Bytes that are not UTF-8 come through as surrogates, so that only their row is refused.
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8-sig", errors="surrogateescape", newline="")
    return path.open(encoding="utf-8-sig", errors="surrogateescape", newline="")


def _check_header(path: Path, header: Sequence[str], table: Table) -> None:
    if not header:
        raise FileRefusedError(f"[{path.name}] is empty: its first line must name the columns.")
    missing = [name for name in table.columns if name not in header]
    if missing:
        raise FileRefusedError(
            f"[{path.name}] has no column [{missing[0]}] in its first line: either it is another "
            f"file or the header is broken; expected are {', '.join(table.columns)}."
        )
    extra = [name for name in header if name not in table.columns]
    if extra or len(header) != len(table.columns):
        name = extra[0] if extra else next(name for name in header if header.count(name) > 1)
        shown = name.encode("utf-8", "replace").decode("utf-8")
        raise FileRefusedError(
            f"[{path.name}] has a column [{shown}] that is "
            f"{'not known' if extra else 'there twice'}: take it out of the file."
        )


def _rows(path: Path, reader: Lines, header: Sequence[str]) -> Iterator[Row]:
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if "end of data" in str(error):
                raise FileRefusedError(
                    f"[{path.name}], line {line}: a quotation mark is never closed."
                ) from error
            yield Row(line, fault=f"the line is not CSV: {error}")
            continue
        if cells:
            yield _row(line, cells, header)


def _row(line: int, cells: Sequence[str], header: Sequence[str]) -> Row:
    if len(cells) != len(header):
        return Row(line, fault=f"the row has {len(cells)} columns where {len(header)} are expected")
    named = dict(zip(header, (cell.strip() for cell in cells), strict=True))
    for name, cell in named.items():
        if "\x00" in cell or not cell.isascii() and _undecodable(cell):
            return Row(line, fault=f"{name} holds bytes that are not UTF-8 text")
    return Row(line, cells=named)


def _undecodable(cell: str) -> bool:
    return any("\ud800" <= letter <= "\udfff" for letter in cell)


def _damaged(path: Path, line: int) -> str:
    if line == 0:
        return f"[{path.name}] is not a gzip file although its name says so: send it again."
    return f"[{path.name}] is damaged or cut off after line {line}: send it again."
