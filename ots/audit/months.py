"""The months that the trail is cut by, made before they begin."""

from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta
from django.db import connection
from django.utils import timezone

MONTHS_AHEAD = 3
# Where entries go whose month was not made; a finding of the watch, never a loss.
CATCH_ALL = "audit_auditentry_other"

_PARTS = """
    SELECT child.relname FROM pg_inherits
    JOIN pg_class AS child ON child.oid = inhrelid
    WHERE inhparent = 'audit_auditentry'::regclass ORDER BY child.relname
"""


@dataclass(frozen=True, slots=True)
class Month:
    """One month of the trail and its table."""

    first: date
    table: str

    @property
    def end(self) -> date:
        """Return the first day after it."""
        return self.first + relativedelta(months=1)


def table_of(month: date) -> str:
    """Return the table that holds the month's entries."""
    return f"audit_auditentry_y{month:%Y}m{month:%m}"


def months() -> list[Month]:
    """List the months of the trail, oldest first."""
    with connection.cursor() as cursor:
        cursor.execute(_PARTS)
        names = [name for (name,) in cursor.fetchall() if name != CATCH_ALL]
    return [Month(date(int(name[-7:-3]), int(name[-2:]), 1), name) for name in names]


def make_months(*, today: date | None = None) -> list[date]:
    """Make this month and those ahead where they are missing; return those made."""
    first = (today or timezone.now().date()).replace(day=1)
    wanted = [first + relativedelta(months=ahead) for ahead in range(MONTHS_AHEAD + 1)]
    return [month for month in wanted if _make(month)]


def is_catch_all_empty() -> bool:
    """Say whether every entry found its month."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT NOT EXISTS (SELECT FROM {CATCH_ALL})")  # noqa: S608  own name
        return bool(cursor.fetchone()[0])


def _make(month: date) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT audit_make_part(%s)", [month])
        return bool(cursor.fetchone()[0])
