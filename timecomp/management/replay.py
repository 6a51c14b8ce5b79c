"""``timecomp replay``: whose dates another book would move, or an old computation as it was."""

import argparse
import json
import multiprocessing
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from time import perf_counter

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connections
from django.utils import timezone

from timecomp.book.book import book_now
from timecomp.choices import Cause
from timecomp.management.impact import FEWEST_AT_ONCE, GROUPS_A_WORKER, MOST_AT_ONCE
from timecomp.management.nightly import day_given, workers_given
from timecomp.models import Computation
from timecomp.selectors.impact_people import chunks_of
from timecomp.selectors.law_causes import moves_in_words
from timecomp.selectors.stored_facts import people_with_dates
from timecomp.services.evaluated import current_law
from timecomp.services.replaying import OldReplay, Replayed, replay_computations, replay_quickly

VERB = "replay"
HELP = "Compute stored facts again under this book: who changes and why; nothing is written"
UNEXPLAINED, UNUSABLE = 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.add_argument(
        "--as-of", type=day_given, default=None, metavar="DATE", help="First day of the new law"
    )
    parser.add_argument("--person", type=int, action="append", default=[], metavar="N")
    parser.add_argument(
        "--used", action="append", default=[], metavar="ID", help="Who used this rule or value"
    )
    parser.add_argument(
        "--computation",
        type=int,
        action="append",
        default=[],
        metavar="N",
        help="Replay this stored computation under the law as it stood",
    )
    parser.add_argument(
        "--everything", action="store_true", help="Also whom time alone moves, not the law"
    )
    parser.add_argument("--json", action="store_true", help="Print the list as JSON")
    parser.add_argument(
        "--workers", type=workers_given, default=os.cpu_count() or 1, help="Processes (one a core)"
    )


def run(command: BaseCommand, options: Mapping[str, object]) -> None:
    """Print the list; exit 1 where something is unexplained, 2 where nothing can be replayed."""
    computations = _numbers(options["computation"])
    try:
        if computations:
            _replay_old(command, computations, as_json=bool(options["json"]))
        else:
            _replay_everybody(command, options)
    except OperationalError as error:
        raise CommandError(f"The database does not answer: {error}".split("\n")[0]) from error


def _replay_old(command: BaseCommand, numbers: list[int], *, as_json: bool) -> None:
    missing = sorted(
        {*numbers} - {*Computation.objects.filter(pk__in=numbers).values_list("pk", flat=True)}
    )
    if missing:
        raise CommandError(f"There is no computation {missing}.", returncode=UNUSABLE)
    found = replay_computations(numbers)
    if as_json:
        command.stdout.write(json.dumps([_old_as_json(each) for each in found], indent=1))
    else:
        command.stdout.write("\n".join(line for each in found for line in _old_lines(each)))
    if not all(each.is_explained for each in found):
        raise CommandError("Nothing in the book explains a difference.", returncode=UNEXPLAINED)


def _replay_everybody(command: BaseCommand, options: Mapping[str, object]) -> None:
    begun = perf_counter()
    as_of = options["as_of"] if isinstance(options["as_of"], date) else timezone.localdate()
    used = options["used"] if isinstance(options["used"], list) else []
    people = people_with_dates(chosen=_numbers(options["person"]), used=map(str, used))
    if not people:
        raise CommandError("Nobody of these has stored dates.", returncode=UNUSABLE)
    found = sorted(
        _replayed(people, as_of, int(str(options["workers"]))), key=lambda each: each.person_id
    )
    causes = Counter(each.cause for each in found)
    listed = [each for each in found if options["everything"] or each.cause is not Cause.DAY]
    summary: dict[str, object] = {
        "as_of": as_of.isoformat(),
        "law_version": current_law(),
        "people": len(people),
        "changed_by_law": causes[Cause.LAW],
        "changed_by_day": causes[Cause.DAY],
        "unexplained": causes[Cause.UNEXPLAINED],
        "seconds": round(perf_counter() - begun, 2),
    }
    if options["json"]:
        shown = [_as_json(each) for each in listed]
        command.stdout.write(json.dumps({**summary, "list": shown}, indent=1))
    else:
        command.stdout.write("\n".join([*_head(summary), *map(_line, listed)]))
    if causes[Cause.UNEXPLAINED]:
        raise CommandError("Some results differ without a cause.", returncode=UNEXPLAINED)


def _replayed(people: list[int], as_of: date, workers: int) -> Iterator[Replayed]:
    size = len(people) // (workers * GROUPS_A_WORKER) + 1
    chunks = chunks_of(people, max(FEWEST_AT_ONCE, min(MOST_AT_ONCE, size)))
    replay = partial(replay_quickly, as_of=as_of)
    # Forked children share the law and its texts in memory; none may share an open connection.
    book_now()
    connections.close_all()
    with multiprocessing.get_context("fork").Pool(min(workers, len(chunks))) as pool:
        for found in pool.imap_unordered(replay, chunks):
            yield from found


def _as_json(each: Replayed) -> dict[str, object]:
    return {
        "person": each.person_id,
        "computation": each.computation_id,
        "cause": each.cause.value,
        "moved": list(each.moved),
        "because": [why.words for why in each.because],
    }


def _old_as_json(each: OldReplay) -> dict[str, object]:
    return {
        "computation": each.computation_id,
        "person": each.person_id,
        "as_of": each.as_of.isoformat(),
        "law_version": each.law_version,
        "same": each.is_same,
        "values_put_back": list(each.put_back),
        "moved": list(each.moved),
        "because": [why.words for why in each.because],
    }


def _head(summary: Mapping[str, object]) -> list[str]:
    return [
        f"As of {summary['as_of']} under book {summary['law_version']}: "
        f"{summary['people']:,} people replayed in {summary['seconds']} seconds. "
        "Nothing was written.",
        f"Changed by the law {summary['changed_by_law']:,}, by the day alone "
        f"{summary['changed_by_day']:,}, without a cause {summary['unexplained']:,}.",
    ]


def _line(each: Replayed) -> str:
    told = moves_in_words(each.moved) or "no date moves; credits or questions differ"
    why = f" Because: {'; '.join(why.words for why in each.because)}." if each.because else ""
    return f"Person {each.person_id} ({each.cause.label.lower()}): {told}.{why}"


def _old_lines(each: OldReplay) -> Sequence[str]:
    lines = [
        f"Computation {each.computation_id} of person {each.person_id}, as of {each.as_of}, "
        f"book {each.law_version}."
    ]
    if each.put_back:
        lines.append(f"Values put back as they stood: {', '.join(each.put_back)}.")
    if each.is_same:
        return [*lines, "The replay gives the stored result to the day."]
    lines.append(f"The replay differs: {moves_in_words(each.moved) or 'no date; credits differ'}.")
    return [*lines, *(f"Because: {why.words}." for why in each.because)]


def _numbers(given: object) -> list[int]:
    return [int(str(each)) for each in given] if isinstance(given, list) else []
