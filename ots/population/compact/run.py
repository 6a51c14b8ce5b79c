"""Making up a year of the compact: portions on several processes, completed by the next run."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context

import psycopg
from django.db import connection, models
from django.db.models import NOT_PROVIDED

from interstate.models import (
    Activity,
    ActivityStep,
    CompactCase,
    CompactEvent,
    CompactObligation,
)
from interstate.rules.content import version_on
from ots.audit.events import Event
from ots.audit.services import record
from ots.population.compact.cast import Cast
from ots.population.compact.staff import appoint_staff
from ots.population.compact.writer import Order, Writer, begin_worker, write_portion
from ots.population.run import database_address

PORTION = 1_000
WRITTEN: tuple[type[models.Model], ...] = (
    CompactCase,
    CompactEvent,
    Activity,
    ActivityStep,
    CompactObligation,
)
PortionDone = Callable[[int], None]


class NobodyThereError(Exception):
    """There are no people whose cases could be made up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How many cases that go on, how many activities of all cases, as of which day."""

    cases: int
    activities: int
    as_of: date
    seed: int = 1
    workers: int = 2


def make_up_compact(asked: Asked, *, portion_done: PortionDone) -> Counter[str]:
    """Write the cases that are not there yet, and one event of the trail; returns rows by table.

    A portion is one transaction: what was interrupted is completed by the same order.
    """
    cast = appoint_staff()
    if not cast.people:
        raise NobodyThereError("Nobody is there: run generate_population first.")
    order = _order(asked)
    written: Counter[str] = Counter()
    for number, rows in _write(order, cast, asked.workers):
        written.update(rows)
        portion_done(number)
    record(
        Event.POPULATION_GENERATED,
        actor=None,
        details={
            "as_of": asked.as_of.isoformat(),
            "seed": asked.seed,
            "rows": dict(sorted(written.items())),
        },
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return written


def _order(asked: Asked) -> Order:
    return Order(
        cases=asked.cases,
        activities=asked.activities,
        as_of=asked.as_of,
        seed=asked.seed,
        form_version=version_on(asked.as_of),
        defaults={model._meta.db_table: _defaults(model) for model in WRITTEN},
    )


def _defaults(model: type[models.Model]) -> dict[str, object]:
    """The columns that take a default of Django's, not of the database's."""
    return {
        field.column: _plain(field)
        for field in model._meta.concrete_fields
        if not field.primary_key and (field.default is not NOT_PROVIDED or _is_text(field))
    }


def _is_text(field: "models.Field[object, object]") -> bool:
    return isinstance(field, models.CharField | models.TextField) and not field.null


def _plain(field: "models.Field[object, object]") -> object:
    value = field.get_default()
    return "{}" if isinstance(value, dict) else value


def _portions(order: Order) -> list[range]:
    starts = range(0, order.all_cases, PORTION)
    return [range(start, min(start + PORTION, order.all_cases)) for start in starts]


def _write(order: Order, cast: Cast, workers: int) -> Iterator[tuple[int, Counter[str]]]:
    if workers == 1:
        yield from _write_in_place(order, cast)
        return
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=get_context("spawn"),
        initializer=begin_worker,
        initargs=(database_address(), order, cast),
    )
    with pool:
        work = [pool.submit(write_portion, portion) for portion in _portions(order)]
        try:
            for done in as_completed(work):
                yield done.result()
        finally:
            pool.shutdown(cancel_futures=True)


def _write_in_place(order: Order, cast: Cast) -> Iterator[tuple[int, Counter[str]]]:
    """On the connection of this process, within its transaction if there is one."""
    connection.ensure_connection()
    own: psycopg.Connection[tuple[object, ...]] = connection.connection
    writer = Writer(own, order, cast)
    for portion in _portions(order):
        yield len(portion), writer.write(portion)
