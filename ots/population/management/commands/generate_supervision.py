"""Make up a year of contacts and of what was due for everybody who is supervised."""

from argparse import ArgumentParser
from datetime import date
from time import monotonic

from django.core.management import CommandError
from django.core.management.base import BaseCommand
from django.utils import timezone

from ots.population.due_writer import write_year


class Command(BaseCommand):
    """Follow the standards of each person's level through a year, as agents would have met them."""

    help = (
        "Make up a year of contacts and obligations for everybody supervised who has none yet; "
        "run again to complete an interrupted run."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say what can be chosen."""
        parser.add_argument(
            "--as-of",
            type=date.fromisoformat,
            default=timezone.localdate(),
            help="The last day of the year, as 2026-11-21; today if not given.",
        )
        parser.add_argument("--seed", type=int, default=1, help="Another seed, another year.")

    def handle(self, **options: object) -> None:
        """Write the rows and say how many."""
        as_of, seed = options["as_of"], options["seed"]
        if not isinstance(as_of, date) or not isinstance(seed, int):
            raise CommandError("Give --as-of as 2026-11-21 and --seed as a number.")
        begun = monotonic()
        written = write_year(as_of=as_of, seed=seed)
        for table, rows in sorted(written.items()):
            self.stdout.write(f"{rows:>10,}  {table}")
        total = sum(written.values())
        self.stdout.write(f"{total:,} rows in {monotonic() - begun:.1f} seconds.")
