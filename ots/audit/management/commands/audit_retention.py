"""Take months out of the trail that are older than they must be kept."""

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from ots.audit.retention import NotArchivableError, archive_month, expired_months, years_kept


class Command(BaseCommand):
    """``manage.py audit_retention`` tells what would go; with ``--archive`` it goes to files."""

    help = "List the months of the trail whose time is over; --archive writes them to files."

    def add_arguments(self, parser: CommandParser) -> None:
        """Without the flag nothing is done."""
        parser.add_argument(
            "--archive", action="store_true", help="Write the months to files and detach them."
        )

    def handle(self, *args: object, **options: object) -> None:
        """Tell, or do."""
        today = timezone.localdate()
        expired = expired_months(today)
        self.stdout.write(
            f"Entries are kept {years_kept(today)} years. Months over: {len(expired)}."
        )
        for each in expired:
            line = f"{each.month.first:%Y-%m}: {each.entries:,} entries"
            if options["archive"]:
                try:
                    line += f" -> {archive_month(each.month).file_name}"
                except NotArchivableError as error:
                    raise CommandError(str(error)) from error
            self.stdout.write(line)
