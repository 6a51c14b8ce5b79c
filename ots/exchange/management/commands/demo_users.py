"""Show who may sign in to a demonstration."""

from django.core.management.base import BaseCommand

from ots.access.demo_users import DEMO_USERS
from ots.exchange.demo.guard import require_demonstration


class Command(BaseCommand):
    """Refuses where there is no demonstration."""

    help = "Show the demonstration's accounts: user name, password, role and what to try."

    def handle(self, **_: object) -> None:
        """Write the table."""
        require_demonstration()
        rows = [("User name", "Password", "Role", "What to try")]
        rows += [(each.username, each.password, each.role, each.note) for each in DEMO_USERS]
        widths = [max(len(row[column]) for row in rows) + 2 for column in range(3)]
        for row in rows:
            cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
            self.stdout.write("".join(cells) + row[-1])
