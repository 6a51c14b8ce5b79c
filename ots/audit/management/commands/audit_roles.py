"""Print the SQL for a role of the database that may add to the evidence and read it, no more."""

import re

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

EVIDENCE = ("audit_auditentry", "audit_auditseal", "audit_auditarchive", "audit_disclosure")

_SQL = """\
-- Run as the owner of the tables. Migrations keep running as the owner; the site as this role.
GRANT USAGE ON SCHEMA public TO {role};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role};
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role};
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {role};
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {role};
REVOKE ALL ON {evidence} FROM {role};
GRANT SELECT, INSERT ON {evidence} TO {role};
REVOKE ALL ON audit_pending FROM {role};
REVOKE ALL ON {parts} FROM {role};
"""


class Command(BaseCommand):
    """``manage.py audit_roles ots_app | psql``; the role must exist."""

    help = "Print the SQL that lets a role add to and read the evidence, and change none of it."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the role's name."""
        parser.add_argument("role", help="The role under which the site runs.")

    def handle(self, *args: object, **options: object) -> None:
        """Print."""
        role = str(options["role"])
        if not re.fullmatch(r"[a-z_][a-z0-9_]*", role):
            raise CommandError(f"[{role}] is no plain name: use small letters, digits and _.")
        parts = ", ".join(_parts())
        self.stdout.write(_SQL.format(role=role, evidence=", ".join(EVIDENCE), parts=parts))


def _parts() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT inhrelid::regclass::text FROM pg_inherits"
            " WHERE inhparent = 'audit_auditentry'::regclass ORDER BY 1"
        )
        return [name for (name,) in cursor.fetchall()]
