"""``timecomp project``: the prison and parole population of the next ten years; nothing is kept."""

import argparse
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from time import perf_counter

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError
from django.utils import timezone

from timecomp.law.proposals.outcomes import Outcome
from timecomp.management.impact import NOT_A_SCENARIO, outcomes_in_processes, scenario_named
from timecomp.management.nightly import workers_given
from timecomp.projection.rates import STATED, Rates, UnusableRateError
from timecomp.selectors.impact_answer import moved
from timecomp.selectors.impact_people import people_concerned
from timecomp.selectors.projected_people import Moved, dated_people
from timecomp.services.projecting import projected

VERB = "project"
HELP = "Project the prison and parole population by month for ten years"
RATES = {
    "paroled_percent": "Per cent paroled in the month of the earliest release",
    "deferral_months": "Months that the others wait",
    "parole_months": "Months on parole",
    "return_percent": "Per cent of people on parole who go back within a year",
    "return_months": "Months until they leave again",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.add_argument(
        "scenario", nargs="?", metavar="SCENARIO", help="A TOML file or a shipped id to compare"
    )
    parser.add_argument(
        "--admissions",
        action="append",
        type=_admissions,
        default=[],
        metavar="GROUP=PEOPLE",
        help="People admitted a month (the last five years' average of each group not named)",
    )
    for name, words in RATES.items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=int, metavar="N", help=words)
    parser.add_argument("--json", action="store_true", help="Print the figures as JSON")
    parser.add_argument(
        "--workers", type=workers_given, default=os.cpu_count() or 1, help="Processes (one a core)"
    )


def run(command: BaseCommand, options: Mapping[str, object]) -> None:
    """Print the figures; exit 2 with one line when scenario or rates cannot be used."""
    begun, as_of = perf_counter(), timezone.localdate()
    name = options["scenario"]
    scenario = None if name is None else scenario_named(str(name))
    try:
        people = dated_people(as_of)
        rates = _rates(options, people.admissions())
        change = None
        if scenario is not None:
            found = outcomes_in_processes(
                people_concerned(scenario), scenario, as_of, int(str(options["workers"]))
            )
            change = _moved(moved(list(found)))
        figures = projected(people, rates, moved=change)
    except UnusableRateError as error:
        raise CommandError(str(error), returncode=NOT_A_SCENARIO) from error
    except OperationalError as error:
        raise CommandError(f"The database does not answer: {error}".split("\n")[0]) from error
    found_figures = {
        "as_of": as_of.isoformat(),
        "scenario": None if scenario is None else scenario.title,
        "standing": STATED,
        **figures,
        "seconds": round(perf_counter() - begun, 2),
    }
    text = json.dumps(found_figures, indent=1) if options["json"] else "\n".join(_page(figures))
    command.stdout.write(text)


def _rates(options: Mapping[str, object], of_late: Mapping[str, float]) -> Rates:
    stated = {name: int(str(options[name])) for name in RATES if options[name] is not None}
    given = options["admissions"]
    named = dict(given) if isinstance(given, list) else {}
    return Rates(admissions={**of_late, **named}, **stated)


def _moved(outcomes: Iterable[Outcome]) -> Moved:
    return {each.person_id: each.after for each in outcomes}


def _page(figures: Mapping[str, object]) -> Iterator[str]:
    months = figures["months"]
    assumed = figures["assumed"]
    if not isinstance(months, Mapping) or not isinstance(assumed, list):
        raise TypeError("A projection has months and what was assumed.")
    yield f"{'Month':<9}{'Prison':>10}{'Parole':>10}{'Change':>10}{'Change':>10}"
    for name, laws in months.items():
        if name.endswith(("-06", "-12")):
            yield f"{name:<9}" + "".join(_cells(laws["today"])) + "".join(_cells(laws["change"]))
    yield from (f"Assumed ({STATED}): {words}" for words in assumed)


def _cells(month: Mapping[str, float] | None) -> list[str]:
    if month is None:
        return []
    return [f"{month[name]:>10,.0f}" for name in ("prison", "parole")]


def _admissions(text: str) -> tuple[str, float]:
    group, _, people = text.partition("=")
    try:
        return group, float(people)
    except ValueError:
        raise argparse.ArgumentTypeError(f"[{text}] is no group; write person=120.") from None
