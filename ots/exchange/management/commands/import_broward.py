"""Load the pseudonymised records of Broward County from a folder of CSV files."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError
from django.utils import timezone

from ots.access.viewer import system_viewer
from ots.exchange.agencies.broward.agency import broward
from ots.exchange.alone import ImportRunningError
from ots.exchange.console import bars, summary_lines
from ots.exchange.imports import BATCH_ROWS, ImportResult, run_import
from ots.exchange.refusals import FileRefusedError, write_report

STOPPED_BY_HAND = 130


class Command(BaseCommand):
    """May be run again at any time: rows that are there already are left as they are."""

    help = (
        "Load people, arrests, charges, jail and prison stays and assessments of Broward County. "
        "May be run again at any time, also after it was stopped: it goes on with what is missing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the folder and where to write the refused rows."""
        parser.add_argument(
            "folder", type=Path, help="folder with the six files, as people.csv.gz or people.csv"
        )
        parser.add_argument(
            "--rejects",
            type=Path,
            metavar="FILE",
            help="write the refused rows to this CSV file instead of the screen",
        )
        parser.add_argument(
            "--rows",
            type=int,
            default=BATCH_ROWS,
            help="rows in a transaction (default: %(default)s)",
        )

    def handle(self, *, folder: Path, rejects: Path | None, rows: int, **_: object) -> None:
        """Import, report, and end with a status other than 0 if the counts do not agree."""
        if rows < 1:
            raise CommandError(f"--rows is [{rows}]: give 1 or more.")
        if rejects is not None:
            self._report(rejects, None)
        result = self._import(folder, rows)
        for line in summary_lines(result):
            self.stdout.write(line)
        self._report(rejects, result)
        if result.disagreements:
            raise CommandError("\n".join(("The counts do not agree.", *result.disagreements)))

    def _import(self, folder: Path, rows: int) -> ImportResult:
        agency = broward(timezone.localdate())
        try:
            with bars() as progress:
                return run_import(
                    system_viewer("import_broward"),
                    agency,
                    folder,
                    batch_rows=rows,
                    progress=progress,
                )
        except (FileRefusedError, ImportRunningError) as error:
            raise CommandError(str(error)) from error
        except OperationalError as error:
            raise CommandError(
                "The database can't be reached any more. What was loaded stays; run the command "
                "again to go on."
            ) from error
        except KeyboardInterrupt:
            self.stderr.write("Stopped. What was loaded stays; run the command again to go on.")
            sys.exit(STOPPED_BY_HAND)

    def _report(self, rejects: Path | None, result: ImportResult | None) -> None:
        # Written empty at first, so that a path that can't be written shows before the loading.
        refusals = result.refusals if result else []
        if rejects is None:
            for refusal in refusals:
                self.stdout.write(str(refusal))
            return
        try:
            write_report(rejects, refusals)
        except FileRefusedError as error:
            raise CommandError(str(error)) from error
        if refusals:
            self.stdout.write(f"The {len(refusals)} refused rows are listed in {rejects}.")
