"""Load the demonstration: places, law, accounts, people, caseloads and computed dates."""

import time

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ots.exchange.alone import ImportRunningError
from ots.exchange.demo.guard import require_demonstration
from ots.exchange.demo.loading import Standing, load, standing
from ots.exchange.demo.steps import STEPS, Step


class Command(BaseCommand):
    """May be run again at any time; goes on where it was stopped."""

    help = "Load the demonstration's people, accounts and dates, unless the database has people."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take whether to load although there are people."""
        parser.add_argument(
            "--force-resume",
            action="store_true",
            help="do all steps although the database has people of another origin or all of it",
        )

    def handle(self, *, force_resume: bool, **_: object) -> None:
        """Load what is missing and say each step."""
        require_demonstration()
        found = standing()
        if found is Standing.ALL and not force_resume:
            self.stdout.write("The demonstration data is there already: nothing to do.")
            return
        if found is Standing.OTHER_PEOPLE and not force_resume:
            self.stdout.write("The database already has people: nothing was loaded.")
            return
        if found is Standing.PART:
            self.stdout.write("Going on with the demonstration data where it was stopped.")
        try:
            load(STEPS, self._tell())
        except ImportRunningError as error:
            raise CommandError(str(error)) from error

    def _tell(self) -> "_Teller":
        return _Teller(self)


class _Teller:
    """Writes a line a step, with its seconds."""

    def __init__(self, command: BaseCommand) -> None:
        self._command = command
        self._began = time.monotonic()

    def __call__(self, step: Step, done: str | None) -> None:
        """Write the step's name when it begins, and what was done when it ends."""
        write = self._command.stdout.write
        if done is None:
            self._began = time.monotonic()
            write(f"  {step.name} … ", ending="")
            self._command.stdout.flush()
        else:
            write(f"{done} ({time.monotonic() - self._began:.1f} s)")
