"""Make up cases of the interstate compact with a year of activities."""

from argparse import ArgumentParser
from datetime import date
from time import monotonic

from django.core.management import CommandError
from django.core.management.base import BaseCommand
from django.db.models import Count
from django.utils import timezone

from interstate.models import CompactCase
from ots.population.compact.run import Asked, NobodyThereError, make_up_compact

CASES, ACTIVITIES = 102_000, 1_000_000


class Command(BaseCommand):
    """Walk each case through the rules of the compact to where it stands today."""

    help = (
        "Make up cases of the compact for the people who are there, in every state that a case "
        "can be in, with their activities of a year, the steps of each and what is owed. Run "
        "again with the same numbers to complete an interrupted run."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say what can be chosen."""
        parser.add_argument("--cases", type=int, default=CASES, help="Cases that go on.")
        parser.add_argument("--activities", type=int, default=ACTIVITIES, help="Of all cases.")
        parser.add_argument(
            "--as-of",
            type=date.fromisoformat,
            default=timezone.localdate(),
            help="The day on which they stand where they stand, as 2026-11-21; today if not given.",
        )
        parser.add_argument("--seed", type=int, default=1, help="0 to 99: others, other cases.")
        parser.add_argument("--workers", type=int, default=2, help="Processes.")

    def handle(self, **options: object) -> None:
        """Write the rows and say how many, and how many cases stand where."""
        begun = monotonic()
        try:
            written = make_up_compact(_asked(options), portion_done=self._tell)
        except NobodyThereError as error:
            raise CommandError(str(error)) from error
        for table, rows in sorted(written.items()):
            self.stdout.write(f"{rows:>10,}  {table}")
        states = CompactCase.objects.order_by().values_list("state")
        for state, number in states.annotate(Count("pk")).order_by("-pk__count"):
            self.stdout.write(f"{number:>10,}  {state}")
        total = sum(written.values())
        self.stdout.write(f"{total:,} rows in {monotonic() - begun:.1f} seconds.")

    def _tell(self, number: int) -> None:
        self.stderr.write(f"{number:,} more cases")


def _asked(options: dict[str, object]) -> Asked:
    as_of = options["as_of"]
    numbers = {name: options[name] for name in ("cases", "activities", "seed", "workers")}
    if not isinstance(as_of, date):
        raise CommandError("Give --as-of as 2026-11-21.")
    found = {name: _number(name, value) for name, value in numbers.items()}
    return Asked(as_of=as_of, **found)


def _number(name: str, value: object) -> int:
    if not isinstance(value, int) or value < 0:
        raise CommandError(f"--{name} [{value}] is not a whole number from 0 on.")
    return value
