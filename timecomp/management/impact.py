"""``timecomp impact``: a proposed change of law over the stored population; nothing is written."""

import argparse
import json
import multiprocessing
import os
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from time import perf_counter

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connections
from django.utils import timezone

from timecomp.law.proposals.outcomes import Outcome
from timecomp.law.proposals.scenario import Scenario
from timecomp.law.proposals.scenario_file import scenario_of
from timecomp.law.proposals.toml_table import ScenarioError
from timecomp.management.nightly import workers_given
from timecomp.selectors.impact_answer import answer
from timecomp.selectors.impact_people import chunks_of, people_concerned, population
from timecomp.services.impact import outcomes_quickly

VERB = "impact"
HELP = "Run a proposed change of law over everybody and say what it would do"
NOT_A_SCENARIO = 2
# Each process gets several groups, so that none waits long for the last.
GROUPS_A_WORKER = 2
FEWEST_AT_ONCE, MOST_AT_ONCE = 100, 1_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.add_argument("scenario", metavar="SCENARIO", help="A TOML file, or a shipped id")
    parser.add_argument("--json", action="store_true", help="Print the figures as JSON")
    parser.add_argument(
        "--workers", type=workers_given, default=os.cpu_count() or 1, help="Processes (one a core)"
    )


def run(command: BaseCommand, options: Mapping[str, object]) -> None:
    """Print the figures; exit 2 with one line when the scenario cannot be read."""
    begun = perf_counter()
    scenario = scenario_named(str(options["scenario"]))
    as_of = timezone.localdate()
    try:
        everybody, people = population(), people_concerned(scenario)
        outcomes = list(
            outcomes_in_processes(people, scenario, as_of, int(str(options["workers"])))
        )
        figures = answer(scenario, outcomes, as_of=as_of)
    except OperationalError as error:
        raise CommandError(f"The database does not answer: {_line(error)}") from error
    found = {
        "scenario": scenario.title,
        "id": scenario.id,
        "proposal": scenario.proposal,
        "population": everybody,
        "recomputed": len(people),
        **figures,
        "seconds": round(perf_counter() - begun, 2),
    }
    text = json.dumps(found, indent=1) if options["json"] else _page(scenario, found)
    command.stdout.write(text)


def scenario_named(name: str) -> Scenario:
    """Return the scenario of a file or a shipped id; status 2 where it cannot be read."""
    try:
        return scenario_of(name)
    except ScenarioError as error:
        raise CommandError(_line(error), returncode=NOT_A_SCENARIO) from error


def outcomes_in_processes(
    people: list[int], scenario: Scenario, as_of: date, workers: int
) -> Iterator[Outcome]:
    """Return what a scenario does to these people, computed in several processes."""
    size = len(people) // (workers * GROUPS_A_WORKER) + 1
    chunks = chunks_of(people, max(FEWEST_AT_ONCE, min(MOST_AT_ONCE, size)))
    evaluate = partial(outcomes_quickly, scenario=scenario, as_of=as_of)
    # Forked children share the law and all code in memory; none may share an open connection.
    connections.close_all()
    context = multiprocessing.get_context("fork")
    with context.Pool(min(workers, len(chunks)) or 1) as pool:
        for outcomes in pool.imap_unordered(evaluate, chunks):
            yield from outcomes


def _page(scenario: Scenario, found: Mapping[str, object]) -> str:
    lines = [
        f"{scenario.title} ({scenario.proposal})",
        scenario.summary,
        "",
        f"Computed again under both laws: {found['recomputed']:,} of "
        f"{found['population']:,} people in {found['seconds']} seconds.",
        f"Changed {found['changed']:,}: released earlier {found['earlier']:,}, later "
        f"{found['later']:,}; median shift {found['median_shift_days']:,} days.",
        f"Bed days {found['bed_days']:+,}.",
    ]
    within = found["released_within"]
    if isinstance(within, Mapping):
        lines += [f"Released within {days} days: {people:+,}" for days, people in within.items()]
    notes = scenario.assumptions.notes
    return "\n".join([*lines, *(f"Assumed: {note}" for note in notes)])


def _line(error: Exception) -> str:
    return " ".join(str(error).split())
