"""The role of the database under which the site runs: it adds to the evidence and reads it."""

import os
import re
from urllib.parse import unquote, urlsplit

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, transaction

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
GRANT SELECT ON {parts} TO {role};
"""
# Months that were taken out of the trail are still evidence, so they are found by name.
_PARTS = """
    SELECT relname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE nspname = 'public' AND relkind = 'r' AND relname ~ '^audit_auditentry_' ORDER BY 1
"""
_IS_THERE = "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = %s)"


class Command(BaseCommand):
    """``manage.py audit_roles ots_app | psql``, or ``--make`` with ``APP_DATABASE_URL`` set."""

    help = "Print, or with --make run, the SQL that lets a role add to the evidence, no more."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the role's name."""
        parser.add_argument("role", nargs="?", help="The role under which the site runs.")
        parser.add_argument(
            "--make",
            action="store_true",
            help="Make the role that APP_DATABASE_URL names, with its password and these rights.",
        )

    def handle(self, *args: object, **options: object) -> None:
        """Print, or make."""
        if options["make"]:
            self.stdout.write(f"The site runs as [{_make()}].")
        elif options["role"]:
            self.stdout.write(_rights(str(options["role"])))
        else:
            raise CommandError("Name the role, or give --make.")


@transaction.atomic
def _make() -> str:
    address = urlsplit(os.environ.get("APP_DATABASE_URL", ""))
    if not (address.username and address.password):
        raise CommandError("Set APP_DATABASE_URL to the address by which the site connects.")
    role, password = unquote(address.username), unquote(address.password)
    rights = _rights(role)
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        if cursor.fetchone() == (role,):
            raise CommandError(f"[{role}] owns the tables: the site needs a role of its own.")
        cursor.execute(_IS_THERE, [role])
        (is_there,) = cursor.fetchone()
        cursor.execute(
            f"{'ALTER' if is_there else 'CREATE'} ROLE {role} LOGIN NOSUPERUSER NOCREATEDB"
            " NOCREATEROLE NOBYPASSRLS PASSWORD %s",
            [password],
        )
        cursor.execute(rights)
    return role


def _rights(role: str) -> str:
    if not re.fullmatch(r"[a-z_][a-z0-9_]*", role):
        raise CommandError(f"[{role}] is no plain name: use small letters, digits and _.")
    with connection.cursor() as cursor:
        cursor.execute(_PARTS)
        parts = ", ".join(name for (name,) in cursor.fetchall())
    return _SQL.format(role=role, evidence=", ".join(EVIDENCE), parts=parts)
