"""``timecomp nightly``: the night's run in the foreground, in several processes."""

import argparse
import json
import multiprocessing
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from multiprocessing.context import ForkProcess

from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.utils import timezone
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from ots.access.viewer import system_viewer
from timecomp.choices import Cause
from timecomp.models import NightlyRun
from timecomp.selectors.run_summary import RunSummary, summary_of
from timecomp.services.nightly import (
    RunIsOnError,
    at_work,
    compute_next_chunk,
    finish_if_done,
    start_run,
)

VERB = "nightly"
HELP = "Compute everybody's dates now, with a progress bar"
SECONDS_BETWEEN_LOOKS = 0.2
MOST_WORKERS = 64


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.add_argument(
        "--workers", type=workers_given, default=os.cpu_count() or 1, help="Processes (one a core)"
    )
    parser.add_argument(
        "--as-of", type=day_given, default=None, metavar="DATE", help="As of this day (today)"
    )
    parser.add_argument("--json", action="store_true", help="Print the summary as JSON")


def run(command: BaseCommand, options: Mapping[str, object]) -> None:
    """Compute, then say how many people, how many changed, and how fast."""
    viewer = system_viewer("timecomp nightly")
    as_of = options["as_of"] if isinstance(options["as_of"], date) else timezone.localdate()
    try:
        begun = start_run(viewer, as_of=as_of)
    except RunIsOnError as error:
        raise CommandError(str(error)) from error
    _work(begun, int(str(options["workers"])))
    finish_if_done(viewer, begun.pk)
    summary = summary_of(viewer, begun.pk)
    if summary is None:
        raise CommandError(f"Run [{begun.pk}] is gone: somebody removed it while it worked.")
    command.stdout.write(json.dumps(_as_json(summary)) if options["json"] else _page(summary))


def _work(run: NightlyRun, workers: int) -> None:
    # Forked children share the law and all code in memory; none may share an open connection.
    connections.close_all()
    context = multiprocessing.get_context("fork")
    processes = [context.Process(target=_take_chunks, args=(run.pk,)) for _ in range(workers)]
    for process in processes:
        process.start()
    with at_work():
        _watch(run, processes)
    broken = sum(process.exitcode != 0 for process in processes)
    if broken:
        raise CommandError(
            f"{broken} of {workers} processes stopped; what they had done is kept. "
            "See the log, then start again: the run goes on where it stopped."
        )


def _take_chunks(run_id: int) -> None:
    try:
        while compute_next_chunk(run_id):
            pass
    finally:
        connections.close_all()


def _watch(run: NightlyRun, processes: Sequence[ForkProcess]) -> None:
    columns = (TextColumn("Computing"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(file=sys.stderr)
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        bar = progress.add_task("people", total=run.people)
        while any(process.is_alive() for process in processes):
            for process in processes:
                process.join(SECONDS_BETWEEN_LOOKS / len(processes))
            run.refresh_from_db(fields=["recomputed"])
            progress.update(bar, completed=run.recomputed)


def _as_json(summary: RunSummary) -> dict[str, object]:
    previous = None if summary.previous is None else _counts(summary.previous)
    return {**_counts(summary.run), "previous": previous}


def _counts(run: NightlyRun) -> dict[str, object]:
    return {
        "run": run.pk,
        "as_of": run.as_of.isoformat(),
        "law_version": run.law_version,
        "people": run.people,
        "recomputed": run.recomputed,
        "changed": run.changed,
        "moved": run.moved,
        "exceptions": run.exceptions,
        "failed": run.failed,
        "causes": {cause.value: run.causes.get(cause.value, 0) for cause in Cause},
        "unexplained": run.unexplained,
        "seconds": {
            "read": round(run.read_seconds, 3),
            "evaluate": round(run.evaluate_seconds, 3),
            "write": round(run.write_seconds, 3),
            "total": round(run.seconds or 0, 3),
        },
    }


def _page(summary: RunSummary) -> str:
    run = summary.run
    stages = (
        ("read", run.read_seconds),
        ("evaluate", run.evaluate_seconds),
        ("write", run.write_seconds),
    )
    lines = [
        f"Run {run.pk}, as of {run.as_of}: {run.recomputed:,} people computed in "
        f"{run.seconds or 0:.1f} seconds ({run.people_per_second or 0:,} a second).",
        f"{run.changed:,} stored anew, dates moved for {run.moved:,}; "
        f"{run.exceptions:,} exceptions, {run.failed:,} failures of the program.",
        "Seconds of all processes together, and people a second of each:",
        *(f"  {name:<9} {spent:8.1f} s {_pace(run, spent):>10}" for name, spent in stages),
        "Stored results differed because: "
        + "; ".join(f"{each.label.lower()}: {each.people:,}" for each in summary.causes)
        + ".",
        *_beside_the_run_before(summary),
    ]
    return "\n".join(lines)


def _beside_the_run_before(summary: RunSummary) -> Iterator[str]:
    if summary.previous is None:
        return
    yield f"Beside run {summary.previous.pk}, as of {summary.previous.as_of}:"
    for each in summary.measures:
        if each.before is not None and each.now is not None and each.difference is not None:
            digits = f",.{each.decimals}f"
            yield f"  {each.label:<36} {each.now:>12{digits}} {each.difference:>+12{digits}}"


def _pace(run: NightlyRun, seconds: float) -> str:
    return f"{run.recomputed / seconds:,.0f}/s" if seconds else "-"


def workers_given(text: str) -> int:
    """Return how many processes were asked for."""
    if not text.isdecimal() or not 1 <= int(text) <= MOST_WORKERS:
        raise argparse.ArgumentTypeError(f"[{text}] is no number from 1 to {MOST_WORKERS}.")
    return int(text)


def day_given(text: str) -> date:
    """Return the day that was asked for."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"[{text}] is no date; write it as 2026-11-21.") from None
