"""Reading messages from a folder: each file is taken, kept waiting or refused, and put aside."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ots.access.viewer import Viewer
from ots.exchange.compact.checking import LARGEST_MESSAGE
from ots.exchange.compact.receiving import receive
from ots.exchange.models import CompactIntake, Reception

AGAIN = "already taken"


@dataclass(frozen=True, slots=True)
class Read:
    """What became of the files: counts by outcome, and a line for each that was not taken."""

    counts: Counter[str] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)


def files_in(path: Path) -> list[Path]:
    """Return the messages at a path, a file or a folder, in the order of their names."""
    if path.is_dir():
        return sorted(each for each in path.glob("*.json") if each.is_file())
    return [path]


def read_files(viewer: Viewer, paths: list[Path], *, sender: str | None = None) -> Read:
    """Take in every file; a message that came before what it answers finds it on the next round."""
    read = Read()
    for path, (intake, was_there) in _rounds(viewer, paths, sender):
        outcome = AGAIN if was_there else str(intake.outcome)
        read.counts[outcome] += 1
        if intake.outcome != Reception.TAKEN:
            read.lines.append(f"{path.name}: {outcome}: {intake.reason}")
    return read


def put_aside(path: Path) -> None:
    """Move a file that was read to where it is not read again; its bytes are in the record."""
    aside = path.parent / "read"
    aside.mkdir(exist_ok=True)
    path.rename(aside / path.name)


def _rounds(
    viewer: Viewer, paths: list[Path], sender: str | None
) -> Iterator[tuple[Path, tuple[CompactIntake, bool]]]:
    later = []
    for path in paths:
        found = receive(viewer, _bytes(path), sender=sender)
        if found[0].outcome == Reception.REFUSED:
            later.append(path)
        else:
            yield path, found
    for path in later:
        yield path, receive(viewer, _bytes(path), sender=sender)


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST_MESSAGE + 1)
