"""Make up a population of people in prison, on parole and on probation."""

from argparse import ArgumentParser
from datetime import date
from time import monotonic

from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.utils import timezone
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from offenders.models import Court, Statute
from ots.population.generator import Plan
from ots.population.order import CHUNK, Order, PlanError
from ots.population.references import ReferenceMissingError
from ots.population.run import AnotherRunError, Outcome, make_up_population

DEFAULT_SEED = 1
DEFAULT_WORKERS = 2


class Command(BaseCommand):
    """Write N made-up people; the same N and seed again complete what was interrupted."""

    help = (
        "Make up N people in prison, on parole and on probation. The same seed makes the same "
        "people: run again with the same seed to complete an interrupted run or to add people "
        "up to a larger N, and with another seed to add others."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say what can be chosen."""
        parser.add_argument("people", type=int, help="How many people of this seed there shall be.")
        parser.add_argument("--seed", type=int, default=DEFAULT_SEED, help="0 to 99.")
        parser.add_argument(
            "--as-of",
            type=date.fromisoformat,
            default=timezone.localdate(),
            help="The day on which they stand where they stand, as 2026-11-21; today if not given.",
        )
        parser.add_argument("--prison", type=int, default=40, help="Share in prison.")
        parser.add_argument("--parole", type=int, default=35, help="Share on parole.")
        parser.add_argument("--probation", type=int, default=25, help="Share on probation.")
        parser.add_argument("--workers", type=int, default=DEFAULT_WORKERS, help="Processes.")
        parser.add_argument("--chunk", type=int, default=CHUNK, help="People a transaction.")

    def handle(self, **options: object) -> None:
        """Load reference data if there is none, make up the people and say what was written."""
        if not Court.objects.exists():
            call_command("load_reference_data", stdout=self.stdout)
        if not Statute.objects.exists():
            call_command("load_statutes", stdout=self.stdout)
        begun = monotonic()
        try:
            outcome = self._make_up(_order(options))
        except (PlanError, AnotherRunError, ReferenceMissingError) as error:
            raise CommandError(str(error)) from error
        self._report(outcome, monotonic() - begun)

    def _make_up(self, order: Order) -> Outcome:
        order.check()
        with _progress() as progress:
            task = progress.add_task("People", total=order.people)
            return make_up_population(
                order, chunk_done=lambda number: progress.advance(task, number)
            )

    def _report(self, outcome: Outcome, seconds: float) -> None:
        for table, rows in sorted(outcome.rows.items()):
            self.stdout.write(f"{rows:>10,}  {table}")
        self.stdout.write(
            f"{outcome.people:,} people made up, {outcome.found:,} were there already, "
            f"{outcome.agents:,} agents appointed; {sum(outcome.rows.values()):,} rows "
            f"in {seconds:.1f} seconds."
        )


def _order(options: dict[str, object]) -> Order:
    chosen = _Chosen(options)
    plan = Plan(
        seed=chosen.number("seed"),
        as_of=chosen.day("as_of"),
        prison=chosen.number("prison"),
        parole=chosen.number("parole"),
        probation=chosen.number("probation"),
    )
    return Order(
        plan=plan,
        people=chosen.number("people"),
        recorded_at=timezone.now(),
        workers=max(1, chosen.number("workers")),
        chunk=max(1, chosen.number("chunk")),
    )


class _Chosen:
    """The options, each of the kind that its parser made it."""

    def __init__(self, options: dict[str, object]) -> None:
        self._options = options

    def number(self, name: str) -> int:
        found = self._options[name]
        if not isinstance(found, int):
            raise CommandError(f"--{name} [{found}] is not a whole number.")
        return found

    def day(self, name: str) -> date:
        found = self._options[name]
        if not isinstance(found, date):
            raise CommandError(f"--{name} [{found}] is not a date; write it as 2026-11-21.")
        return found


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
    )
