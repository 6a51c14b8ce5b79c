"""Running the statements of the search, which are written for their indexes."""

from collections.abc import Mapping
from datetime import date

from django.db import connection, transaction

Value = str | int | float | date | list[str] | list[int] | list[float] | list[date] | None

# Right after an import PostgreSQL may still believe the tables empty and scan them whole for each
# of a thousand words: minutes instead of milliseconds. Compiling the plan costs more than it runs.
_ONLY_INDEXES = "SET LOCAL enable_seqscan = off; SET LOCAL jit = off"
_AS_BEFORE = "SET LOCAL enable_seqscan TO DEFAULT; SET LOCAL jit TO DEFAULT"


def rows_by_index(statement: str, values: Mapping[str, Value]) -> list[tuple[object, ...]]:
    """Return the rows of a statement for which PostgreSQL may use indexes only."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_ONLY_INDEXES)
        cursor.execute(statement, values)
        rows: list[tuple[object, ...]] = cursor.fetchall()
        cursor.execute(_AS_BEFORE)
    return rows
