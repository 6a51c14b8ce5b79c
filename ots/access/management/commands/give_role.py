"""Give a user a role from the console; how a new installation gets its first administrator."""

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ots.access.services import UnknownRoleError, give_role
from ots.audit.context import request_id


class Command(BaseCommand):
    """``manage.py give_role USERNAME ROLE``."""

    help = "Give a user a role, as: give_role anna Administrator"

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the user's name and the role's."""
        parser.add_argument("username")
        parser.add_argument("role")

    def handle(self, *args: str, **options: str) -> None:
        """Give the role, or say what there is."""
        with request_id():
            try:
                user = give_role(options["username"], options["role"])
            except UnknownRoleError as error:
                raise CommandError(str(error)) from error
        self.stdout.write(f"{user.username} has the role {options['role']}.")
