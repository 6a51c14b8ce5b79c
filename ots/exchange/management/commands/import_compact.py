"""Load cases and activities that the compact's national system exported, as CSV or XML."""

from pathlib import Path
from typing import Final

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ots.access.viewer import system_viewer
from ots.exchange.agencies.icots.agency import icots
from ots.exchange.alone import ImportRunningError
from ots.exchange.console import bars, summary_lines
from ots.exchange.imports import ImportResult, load_files, sound_files
from ots.exchange.refusals import FileRefusedError, write_report

# A case is read once a batch: the more of its events a batch holds, the sooner all are loaded.
BATCH_ROWS: Final = 5000


class Command(BaseCommand):
    """May be run again at any time: rows that are there already are left as they are."""

    help = "Load an export of compact cases and activities; the rules take each event as it came."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the two files and what to do with them."""
        parser.add_argument("cases", type=Path, help="the cases, .csv, .csv.gz or .xml")
        parser.add_argument("activities", type=Path, help="the activities, in order of time")
        parser.add_argument(
            "--dry-run", action="store_true", help="do and count everything, and undo it again"
        )
        parser.add_argument(
            "--record-people",
            action="store_true",
            help="record a person with a number whom nobody here could be",
        )
        parser.add_argument(
            "--one-by-one",
            action="store_true",
            help="take each event by itself, with an entry of the trail for each; slow",
        )
        parser.add_argument(
            "--rejects",
            type=Path,
            metavar="FILE",
            help="write the refused rows to this CSV file instead of the screen",
        )

    def handle(
        self,
        *,
        cases: Path,
        activities: Path,
        dry_run: bool,
        record_people: bool,
        one_by_one: bool,
        rejects: Path | None,
        **_: object,
    ) -> None:
        """Load, report, and end with a status other than 0 if the counts do not agree."""
        viewer = system_viewer("import_compact")
        agency = icots(viewer, records_people=record_people, one_by_one=one_by_one)
        try:
            files = sound_files(zip(agency.loaders, (cases, activities), strict=True))
            with bars() as progress:
                folder = cases.resolve().parent.name
                result = load_files(
                    viewer,
                    agency,
                    files,
                    folder=folder,
                    batch_rows=BATCH_ROWS,
                    progress=progress,
                    is_trial=dry_run,
                )
            self._report(result, rejects)
        except (FileRefusedError, ImportRunningError) as error:
            raise CommandError(str(error)) from error
        for line in summary_lines(result):
            self.stdout.write(line)
        if dry_run:
            self.stdout.write("This was a dry run: nothing was written.")
        if result.disagreements:
            raise CommandError("\n".join(("The counts do not agree.", *result.disagreements)))

    def _report(self, result: ImportResult, rejects: Path | None) -> None:
        if rejects is not None:
            write_report(rejects, result.refusals)
            return
        for refusal in result.refusals:
            self.stdout.write(str(refusal))
