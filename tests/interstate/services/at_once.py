"""Two people at two connections, each doing something at the same moment."""

from collections.abc import Callable
from threading import Thread
from time import monotonic, sleep
from typing import TypeVar

from django.db import connection, transaction
from django.db.models import Model

Work = Callable[[], object]
Refusal = TypeVar("Refusal", bound=Exception)
PATIENCE = 30.0
_WAITING = """
    SELECT count(DISTINCT pid) FROM pg_locks JOIN pg_stat_activity USING (pid)
    WHERE NOT granted AND datname = current_database()
"""


def at_once(row: Model, *works: Work) -> list[object]:
    """What each returned or raised: all came as far as they could while the row was held."""
    outcomes: list[object] = [None] * len(works)
    threads = [
        Thread(target=_at_own_connection, args=(outcomes, place, work))
        for place, work in enumerate(works)
    ]
    with transaction.atomic():
        type(row).objects.select_for_update().get(pk=row.pk)
        for thread in threads:
            thread.start()
        _wait_for(threads, outcomes)
    for thread in threads:
        thread.join(PATIENCE)
    return outcomes


def won_and_refused(outcomes: list[object], refusal: type[Refusal]) -> tuple[object, Refusal]:
    """The one outcome that came about, and the one refusal."""
    [refused] = [each for each in outcomes if isinstance(each, refusal)]
    [won] = [each for each in outcomes if not isinstance(each, Exception)]
    return won, refused


def _at_own_connection(outcomes: list[object], place: int, work: Work) -> None:
    try:
        outcomes[place] = work()
    except Exception as refused:  # noqa: BLE001  # whatever came is the outcome
        outcomes[place] = refused
    finally:
        connection.close()


def _wait_for(threads: list[Thread], outcomes: list[object]) -> None:
    """Return once all wait for the row; who is done without it never will."""
    until = monotonic() + PATIENCE
    while monotonic() < until and all(each.is_alive() for each in threads):
        with connection.cursor() as cursor:
            # Who is connected is looked up once a transaction, unless it is forgotten.
            cursor.execute("SELECT pg_stat_clear_snapshot()")
            cursor.execute(_WAITING)
            if cursor.fetchone()[0] >= len(threads):
                return
        sleep(0.01)
    raise AssertionError(f"Not all wait for the row: {outcomes}")
