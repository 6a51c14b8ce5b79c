"""Why a row or a file is not taken, in plain words, and the list of those."""

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

# A spreadsheet runs what begins with these.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class FileRefusedError(Exception):
    """A file can't be taken at all; one line that names the file and what to do."""


class RowRefusedError(Exception):
    """A row can't be taken; ``kind`` groups it with others, the message says why."""

    def __init__(self, kind: str, reason: str) -> None:
        """Keep both."""
        super().__init__(reason)
        self.kind = kind
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Refusal:
    """One row that was not loaded."""

    file: str
    line: int
    key: str
    kind: str
    reason: str

    def __str__(self) -> str:
        """Read as a line of the report."""
        return f"{self.file}, line {self.line}: {self.reason}"


def by_kind(refusals: Iterable[Refusal]) -> list[tuple[str, str, int]]:
    """Count the refusals of each file by kind, in order of the files."""
    counted = Counter((refusal.file, refusal.kind) for refusal in refusals)
    return [(file, kind, count) for (file, kind), count in counted.items()]


def write_report(path: Path, refusals: Iterable[Refusal]) -> None:
    """Write the refused rows as CSV: file, line, key, reason."""
    try:
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(("file", "line", "key", "kind", "reason"))
            for each in refusals:
                cells = (each.file, str(each.line), each.key, each.kind, each.reason)
                writer.writerow([_harmless(cell) for cell in cells])
    except OSError as error:
        raise FileRefusedError(
            f"The list of refused rows can't be written to [{path}]: {error.strerror}."
        ) from error


def _harmless(cell: str) -> str:
    # What could not be decoded is shown as a question mark.
    text = cell.encode("utf-8", "replace").decode("utf-8")
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
