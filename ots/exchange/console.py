"""What an import shows on the screen."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)

from ots.exchange.imports import ImportResult
from ots.exchange.imports import Progress as Told
from ots.exchange.loading import Tally
from ots.exchange.refusals import by_kind


@contextmanager
def bars() -> Iterator[Told]:
    """Show a bar a file on a terminal, and nothing elsewhere; yields what to tell."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description:<22}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        tasks: dict[str, TaskID] = {}

        def told(file: str, done: int, total: int) -> None:
            if file not in tasks:
                tasks[file] = progress.add_task(file, total=total)
            progress.update(tasks[file], completed=done)

        yield told


def summary_lines(result: ImportResult) -> Iterator[str]:
    """Yield the report: each file's counts, what was decided, what was refused, and the end."""
    if result.went_on:
        yield "An earlier import was interrupted; this one went on where it stopped."
    yield f"{'file':<22}{'rows':>10}{'loaded':>10}{'already there':>15}{'refused':>10}"
    for tally in result.tallies:
        yield _counts(tally)
    yield from _decided(result)
    yield from _refused(result)
    yield _ending(result)


def _counts(tally: Tally) -> str:
    return (
        f"{tally.file:<22}{tally.read:>10,}{tally.loaded:>10,}{tally.already_there:>15,}"
        f"{len(tally.refusals):>10,}"
    )


def _decided(result: ImportResult) -> Iterator[str]:
    notes = [(tally.file, tally.notes) for tally in result.tallies if tally.notes]
    if notes:
        yield "Loaded with a note:"
    for file, counted in notes:
        for note, count in Counter(counted).most_common():
            yield f"  {count:>7,}  {file}: {note}"


def _refused(result: ImportResult) -> Iterator[str]:
    kinds = by_kind(result.refusals)
    if kinds:
        yield "Refused:"
    for file, kind, count in kinds:
        yield f"  {count:>7,}  {file}: {kind}"


def _ending(result: ImportResult) -> str:
    if result.disagreements:
        return f"{result.loaded:,} rows were loaded, but the counts do not agree."
    if not result.loaded:
        return "Nothing was added: every row is there already or was refused. The counts agree."
    return f"{result.loaded:,} rows were loaded. The counts agree."
