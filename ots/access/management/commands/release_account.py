"""Release an account that wrong tries have locked: for the day the last administrator is locked."""

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ots.access.accounts.keeping import release
from ots.access.models import User
from ots.access.viewer import system_viewer


class Command(BaseCommand):
    """Only whoever may use the server's console gets here."""

    help = "Release an account that five wrong tries have locked."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the user name."""
        parser.add_argument("username")

    def handle(self, *, username: str, **_: object) -> None:
        """Release the account and say so."""
        account = User.objects.filter(username=username).first()
        if account is None:
            raise CommandError(f"There is no account [{username}].")
        release(system_viewer("the console"), account)
        self.stdout.write(f"[{username}] is released.")
