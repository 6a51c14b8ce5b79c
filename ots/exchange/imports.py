"""An import from beginning to end: files checked, rows loaded, counts compared, event recorded."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.services import JsonValue, record
from ots.exchange.alone import alone
from ots.exchange.loading import AnyLoader, TableLoad, Tally
from ots.exchange.models import ImportRun, Outcome
from ots.exchange.reconciliation import disagreements
from ots.exchange.refusals import FileRefusedError, Refusal
from ots.exchange.tables import Row, find_file
from ots.exchange.xml_tables import rows_in
from supervision.services.feeds import hear

BATCH_ROWS = 1000

# Told after each batch: the file, the rows dealt with, the rows in the file.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency that sends tables: how they are loaded, and how many records stand from each.

    Of an agency that sends day by day, ``feeds`` names what each whole delivery is word from, as
    supervision knows it; files of the past are word from none.
    """

    name: str
    loaders: Sequence[AnyLoader]
    prepare: Callable[[], None]
    records_standing: Callable[[], Mapping[str, int]]
    feeds: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file that was read whole once and found sound."""

    loader: AnyLoader
    path: Path
    rows: int


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did."""

    tallies: tuple[Tally, ...]
    disagreements: tuple[str, ...]
    went_on: bool

    @property
    def loaded(self) -> int:
        """Return how many rows were loaded."""
        return sum(tally.loaded for tally in self.tallies)

    @property
    def refusals(self) -> list[Refusal]:
        """Return all rows that were refused."""
        return [refusal for tally in self.tallies for refusal in tally.refusals]


def run_import(
    viewer: Viewer,
    agency: Agency,
    folder: Path,
    *,
    batch_rows: int = BATCH_ROWS,
    progress: Progress = lambda file, done, total: None,
) -> ImportResult:
    """Load the agency's tables from the folder; what is there already is left as it is.

    Raises ``FileRefusedError`` before anything is written if a file is missing or broken, and
    ``ImportRunningError`` if another import of the agency has not ended.
    """
    viewer.require(Permission.PERSON_RECORD)
    files = check_files(folder, agency.loaders)
    return load_files(
        viewer,
        agency,
        files,
        folder=folder.resolve().name,
        batch_rows=batch_rows,
        progress=progress,
    )


def load_files(  # noqa: PLR0913  # each says how they are loaded
    viewer: Viewer,
    agency: Agency,
    files: Sequence[CheckedFile],
    *,
    folder: str,
    batch_rows: int = BATCH_ROWS,
    progress: Progress = lambda file, done, total: None,
    is_trial: bool = False,
) -> ImportResult:
    """Load files that were found sound; a trial does and counts all of it, and undoes it."""
    viewer.require(Permission.PERSON_RECORD)
    with alone(agency.name), _undone() if is_trial else nullcontext():
        went_on = _close_interrupted(viewer, agency.name)
        agency.prepare()
        run = ImportRun.objects.create(agency=agency.name, folder=folder[:120])
        tallies = tuple(_load(run, file, batch_rows, progress) for file in files)
        found = disagreements(
            tallies,
            agency=agency.name,
            rows_in_files={file.loader.table.name: file.rows for file in files},
            standing=agency.records_standing(),
        )
        _close(viewer, run, tallies, outcome=Outcome.UNRECONCILED if found else Outcome.FINISHED)
        if not found:
            _hear(agency)
    return ImportResult(tallies=tallies, disagreements=tuple(found), went_on=went_on)


@contextmanager
def _undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def check_files(folder: Path, loaders: Sequence[AnyLoader]) -> list[CheckedFile]:
    """Read every file whole; raises ``FileRefusedError`` with a line for each that is unsound."""
    if not folder.is_dir():
        raise FileRefusedError(f"[{folder}] is not a folder: name the folder that holds the files.")
    found, faults = [], []
    for loader in loaders:
        try:
            found.append((loader, find_file(folder, loader.table)))
        except FileRefusedError as error:
            faults.append(str(error))
    return sound_files(found, faults)


def sound_files(
    files: Iterable[tuple[AnyLoader, Path]], faults: Sequence[str] = ()
) -> list[CheckedFile]:
    """Read every file whole once; raises ``FileRefusedError`` with a line for each fault."""
    sound, unsound = [], list(faults)
    for loader, path in files:
        try:
            rows = sum(1 for _ in rows_in(path, loader.table))
            sound.append(CheckedFile(loader, path, rows))
        except FileRefusedError as error:
            unsound.append(str(error))
    if unsound:
        raise FileRefusedError("\n".join(unsound))
    return sound


def _hear(agency: Agency) -> None:
    for feed in agency.feeds:
        hear(feed, at=timezone.now())


def _load(run: ImportRun, file: CheckedFile, batch_rows: int, progress: Progress) -> Tally:
    load = TableLoad(file.loader, run=run, file=file.path.name)
    progress(file.path.name, 0, file.rows)
    for batch in _batches(rows_in(file.path, file.loader.table), batch_rows):
        load.take(batch)
        progress(file.path.name, load.tally.read, file.rows)
    return load.tally


def _batches(rows: Iterator[Row], size: int) -> Iterator[list[Row]]:
    while batch := list(islice(rows, size)):
        yield batch


def _close_interrupted(viewer: Viewer, agency: str) -> bool:
    interrupted = list(ImportRun.objects.filter(agency=agency, outcome=Outcome.RUNNING))
    for run in interrupted:
        loaded: dict[str, JsonValue] = dict(
            run.rows.values_list("table").annotate(rows=Count("pk")).order_by()
        )
        run.counts = {"loaded": loaded}
        _end(viewer, run, Outcome.INTERRUPTED, loaded)
    return bool(interrupted)


def _close(viewer: Viewer, run: ImportRun, tallies: Sequence[Tally], *, outcome: Outcome) -> None:
    loaded: dict[str, JsonValue] = {tally.table: tally.loaded for tally in tallies if tally.loaded}
    run.counts = {
        "loaded": loaded,
        "already_there": {tally.table: tally.already_there for tally in tallies},
        "refused": {tally.table: len(tally.refusals) for tally in tallies},
    }
    _end(viewer, run, outcome, loaded)


def _end(viewer: Viewer, run: ImportRun, outcome: Outcome, loaded: dict[str, JsonValue]) -> None:
    run.outcome, run.ended_at = outcome, timezone.now()
    with transaction.atomic():
        run.save()
        if not loaded:
            return
        record(
            Event.RECORDS_IMPORTED,
            actor=viewer.user,
            target=run,
            details={"agency": run.agency, "outcome": str(outcome), "loaded": loaded},
        )
