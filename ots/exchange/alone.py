"""Only one import of an agency at a time."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


class ImportRunningError(Exception):
    """Another import of the same agency is running."""


@contextmanager
def alone(agency: str) -> Iterator[None]:
    """Keep other imports of the agency out; raises ``ImportRunningError`` if one is at work.

    PostgreSQL drops the lock with the connection, so a killed import leaves none behind.
    """
    name = f"ots.exchange import {agency}"
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtext(%s))", [name])
        [is_alone] = cursor.fetchone()
    if not is_alone:
        raise ImportRunningError(f"Another import of [{agency}] is running: wait until it ends.")
    try:
        yield
    finally:
        if connection.is_usable():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(hashtext(%s))", [name])
