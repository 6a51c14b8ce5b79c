"""Seal the trail now, as the worker does once a minute."""

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ots.audit.sealing import RestoredError, seal_after_recovery, seal_entries


class Command(BaseCommand):
    """``manage.py seal_audit``; after a restore ``--recovered REASON``."""

    help = "Seal the entries that no seal covers yet."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the reason of a recovery."""
        parser.add_argument(
            "--recovered",
            metavar="REASON",
            help="The database was restored: seal what it holds and go on from here.",
        )

    def handle(self, *args: object, **options: object) -> None:
        """Seal and tell."""
        if reason := options["recovered"]:
            seals = [seal_after_recovery(str(reason))]
        else:
            try:
                seals = seal_entries()
            except RestoredError as error:
                raise CommandError(str(error)) from error
        for seal in seals:
            self.stdout.write(f"Seal {seal.number}: {len(seal.entry_ids):,} entries, {seal.digest}")
        if not seals:
            self.stdout.write("Nothing to seal.")
