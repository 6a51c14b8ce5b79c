"""Measure time computation: people a second by stage, beside the floors, and whole nights."""

import resource
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from itertools import islice
from typing import TypeVar

from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.db import connection, transaction
from django.utils import timezone

from offenders.models import Misconduct
from timecomp.management import bench_floors
from timecomp.models import NightlyRun
from timecomp.selectors.cases import recorded_cases
from timecomp.selectors.evaluation import evaluate
from timecomp.selectors.frozen import digest, freeze_facts, freeze_result
from timecomp.selectors.record_reading import Stretch
from timecomp.selectors.stretches import stretches_of_everybody
from timecomp.services.pace import find_by_index, without_collecting

T = TypeVar("T")
A_STRETCH = 2_500
# So many people are put to each engine: the slow ones would take minutes for all.
FOR_AN_ENGINE = 500
KIB_A_MIB = 1024


class Command(BaseCommand):
    """Print, assert nothing."""

    help = (
        "Measure time computation on the people of this database: by stage, beside the floors, "
        "and, where asked, whole nights. Seconds are of the processor, nights' of the clock."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say what can be chosen."""
        parser.add_argument("--people", type=int, default=10_000, help="How many to measure by.")
        parser.add_argument("--nights", action="store_true", help="Run an unchanged night too.")
        parser.add_argument(
            "--change-one-percent",
            action="store_true",
            help="And a night after a ticket for every hundredth person: it changes the record.",
        )

    def handle(self, *_args: object, **options: int) -> None:
        """Measure the stages and floors of some people, then the nights."""
        stretches = _some(options["people"])
        with transaction.atomic(), without_collecting():
            find_by_index()
            self._stages(stretches)
        if options["nights"]:
            self._night("unchanged")
        if options["change_one_percent"]:
            with_tickets = _give_tickets()
            self._night(f"{with_tickets:,} people changed")

    def _stages(self, stretches: Sequence[Stretch]) -> None:
        as_of = timezone.localdate()
        recorded_cases(stretches[0], as_of=as_of)
        cases, reading = _timed(
            lambda: [case for each in stretches for case in recorded_cases(each, as_of=as_of)]
        )
        results, evaluating = _timed(lambda: [evaluate(case) for case in cases])
        _, freezing = _timed(
            lambda: [
                (digest(freeze_facts(case)), digest(freeze_result(result)))
                for case, result in zip(cases, results, strict=True)
            ]
        )
        people = len(cases)
        self._line("read", people, reading)
        self._line("evaluate", people, evaluating)
        self._line("freeze and digest", people, freezing)
        self._line("all of these", people, reading + evaluating + freezing)
        self.stdout.write(f"Peak memory of this process: {_peak_mib(resource.RUSAGE_SELF):,} MiB")
        self._reading_floor(stretches, people, reading)
        self._engines(evaluating / people)

    def _reading_floor(self, stretches: Sequence[Stretch], people: int, reading: float) -> None:
        queries = [each for stretch in stretches for each in bench_floors.queries_of(stretch)]
        with connection.cursor() as cursor:
            _, copying = _timed(lambda: bench_floors.copy_and_throw_away(cursor, queries))
        self._line("floor: COPY, thrown away", people, copying)
        self.stdout.write(f"  reading takes {reading / copying:.1f} times as long as this floor")

    def _engines(self, a_person: float) -> None:
        engines: tuple[tuple[str, Callable[[], bench_floors.Engine | None]], ...] = (
            ("floor: 250 bare calls", bench_floors.bare_calls),
            ("peer: zen-engine", bench_floors.zen_engine),
            ("peer: business-rules", bench_floors.business_rules),
        )
        for name, make in engines:
            engine = make()
            if engine is None:
                self.stdout.write(f"{name:<26} not installed; pip install it by hand to compare")
                continue
            _, spent = _timed(partial(_all_by, engine))
            self._line(name, FOR_AN_ENGINE, spent)
            ratio = a_person / (spent / FOR_AN_ENGINE)
            self.stdout.write(f"  the law takes {ratio:.2f} times as long a person")

    def _night(self, what: str) -> None:
        call_command("timecomp", "nightly", "--json", stdout=_Nowhere())
        run = NightlyRun.objects.latest("pk")
        self.stdout.write(
            f"Night, {what}: {run.seconds or 0:.1f} s of the clock, {run.changed:,} stored anew; "
            f"all workers: read {run.read_seconds:.1f}, evaluate {run.evaluate_seconds:.1f}, "
            f"write {run.write_seconds:.1f} s; a worker's peak memory "
            f"{_peak_mib(resource.RUSAGE_CHILDREN):,} MiB"
        )

    def _line(self, what: str, people: int, seconds: float) -> None:
        pace = people / seconds if seconds else 0
        self.stdout.write(
            f"{what:<26} {pace:>12,.0f} people/s {seconds / people * 1e6:>10,.1f} us a person"
        )


class _Nowhere:
    """Takes what a command says and keeps nothing."""

    def write(self, text: str) -> int:
        """Take the text."""
        return len(text)


def _some(people: int) -> list[Stretch]:
    stretches = stretches_of_everybody(A_STRETCH)
    if not stretches:
        raise CommandError("Nobody has a sentence here: see generate_population.")
    return [stretch for stretch, _ in islice(stretches, max(1, people // A_STRETCH))]


def _all_by(engine: bench_floors.Engine) -> None:
    for days in range(FOR_AN_ENGINE):
        engine(days)


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    begun = time.process_time()
    return work(), time.process_time() - begun


def _peak_mib(who: int) -> int:
    peak = resource.getrusage(who).ru_maxrss
    # macOS counts bytes, Linux kibibytes.
    return peak // KIB_A_MIB // (KIB_A_MIB if sys.platform == "darwin" else 1)


def _give_tickets() -> int:
    """Record a minor misconduct, which moves no date, of every hundredth person."""
    today: date = timezone.localdate()
    people = [stretch.first for stretch, _ in stretches_of_everybody(100)]
    Misconduct.objects.bulk_create(
        Misconduct(
            person_id=person_id, violated_on=today, found_guilty_on=today, misconduct_class="III"
        )
        for person_id in people
    )
    return len(people)
