"""How a nightly run went beside the one before it."""

from collections.abc import Callable
from dataclasses import dataclass

from offenders.selectors.reading import Reading
from ots.access.fields import may_access
from ots.access.viewer import Viewer
from timecomp.choices import Cause, RunState
from timecomp.models import NightlyChunk, NightlyRun

Number = float | int | None


@dataclass(frozen=True, slots=True)
class Measure:
    """One number of a run beside that of the run before; None where there is none."""

    label: str
    now: Number
    before: Number
    decimals: int = 0

    @property
    def difference(self) -> Number:
        """Return by how much it grew, or fell below zero."""
        return None if self.now is None or self.before is None else self.now - self.before


@dataclass(frozen=True, slots=True)
class CauseLine:
    """How many stored computations differed for one cause."""

    label: str
    people: int


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What the page, the message and the command tell of a run."""

    run: NightlyRun
    previous: NightlyRun | None
    measures: tuple[Measure, ...]
    causes: tuple[CauseLine, ...]

    @property
    def unexplained(self) -> int:
        """Count the stored results that a fresh computation contradicts without a cause."""
        return self.run.unexplained


_COUNTS: tuple[tuple[str, int, Callable[[NightlyRun], Number]], ...] = (
    ("People computed", 0, lambda run: run.recomputed),
    ("Stored anew", 0, lambda run: run.changed),
    ("People of whom a date moved", 0, lambda run: run.moved),
    ("Questions for a clerk", 0, lambda run: run.exceptions),
    ("Failures of the program", 0, lambda run: run.failed),
    ("Unexplained differences", 0, lambda run: run.unexplained),
    ("Seconds from beginning to end", 1, lambda run: run.seconds),
    ("Seconds of reading, all workers", 1, lambda run: run.read_seconds),
    ("Seconds of evaluating, all workers", 1, lambda run: run.evaluate_seconds),
    ("Seconds of writing, all workers", 1, lambda run: run.write_seconds),
    ("People a second", 0, lambda run: run.people_per_second),
)


def summary_of(viewer: Viewer, run_id: int) -> RunSummary | None:
    """Return how the run went beside the last one finished before it; None if it is not there."""
    run = NightlyRun.objects.defer("touched").filter(pk=run_id).first()
    if run is None or not may_access(viewer, NightlyRun, "changed"):
        return None
    previous = (
        NightlyRun.objects.defer("touched")
        .filter(state=RunState.FINISHED, started_at__lt=run.started_at)
        .first()
    )
    return RunSummary(
        run=run,
        previous=previous,
        measures=tuple(
            Measure(label, read(run), None if previous is None else read(previous), decimals)
            for label, decimals, read in _COUNTS
        ),
        causes=tuple(
            CauseLine(str(cause.label), run.causes.get(cause.value, 0)) for cause in Cause
        ),
    )


def masked_run(reading: Reading, summary: RunSummary) -> object:
    """Return the run as the viewer may see it."""
    return reading.masked(summary.run)


def ledger_of(reading: Reading, run_id: int) -> list[object]:
    """Return the run's stretches in order, each with who did it and what it stored."""
    chunks = NightlyChunk.objects.defer("touched").filter(run_id=run_id)
    return [reading.masked(chunk) for chunk in chunks]
