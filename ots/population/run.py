"""Making up a whole population: in chunks, on several processes, again from where it stopped."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context

from django.db import connection, transaction
from psycopg.conninfo import make_conninfo

from ots.audit.events import Event
from ots.audit.services import JsonValue, record
from ots.population.agents import Staffing, appoint_agents
from ots.population.order import Order
from ots.population.reference_keys import References
from ots.population.references import load_references
from ots.population.tables import PERSON
from ots.population.worker import Done, begin_worker, write_one
from ots.population.writer import Writer

ONE_RUN_LOCK = 7_401_002

ChunkDone = Callable[[int], None]


class AnotherRunError(Exception):
    """Somebody else is making up people in this database right now."""


@dataclass(slots=True)
class Outcome:
    """What a run wrote."""

    asked: int
    agents: int = 0
    rows: Counter[str] = field(default_factory=Counter)

    @property
    def people(self) -> int:
        """Return how many people were made up."""
        return self.rows[PERSON.name]

    @property
    def found(self) -> int:
        """Return how many of those asked for were there already."""
        return self.asked - self.people


def make_up_population(order: Order, *, chunk_done: ChunkDone) -> Outcome:
    """Write the people who are not there yet and one event; calls ``chunk_done`` with each number.

    Every chunk is one transaction: an interrupted run leaves whole chunks, which the same order
    completes later.
    """
    order.check()
    outcome = Outcome(asked=order.people)
    with _only_run():
        outcome.agents = appoint_agents(_staffing(order))
        references = load_references()
        write = _write_in_place if order.workers == 1 else _write_in_processes
        try:
            for number, rows in write(order, references):
                outcome.rows.update(rows)
                chunk_done(number)
        finally:
            if outcome.rows:
                _record(order, outcome)
                _tell_the_planner()
    return outcome


def _tell_the_planner() -> None:
    """Count the rows anew: plans made for empty tables would take hours over the full ones."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _write_in_place(order: Order, references: References) -> Iterator[Done]:
    with connection.cursor() as cursor:
        writer = Writer(cursor.cursor, references, order.recorded_at)
        for indices in order.chunks():
            with transaction.atomic():
                rows = writer.write_chunk(order.plan, indices)
            yield len(indices), rows


def _write_in_processes(order: Order, references: References) -> Iterator[Done]:
    pool = ProcessPoolExecutor(
        max_workers=order.workers,
        mp_context=get_context("spawn"),
        initializer=begin_worker,
        initargs=(database_address(), references, order),
    )
    with pool:
        work = [pool.submit(write_one, indices) for indices in order.chunks()]
        try:
            for done in as_completed(work):
                yield done.result()
        finally:
            pool.shutdown(cancel_futures=True)


def database_address() -> str:
    """Return where the database is, for a connection without Django."""
    settings = connection.settings_dict
    return make_conninfo(
        dbname=settings["NAME"],
        user=settings["USER"],
        password=settings["PASSWORD"],
        host=settings["HOST"],
        port=settings["PORT"],
    )


@contextmanager
def _only_run() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", (ONE_RUN_LOCK,))
        if not cursor.fetchone()[0]:
            raise AnotherRunError("Another run is making up people here: wait until it ends.")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", (ONE_RUN_LOCK,))


def _staffing(order: Order) -> Staffing:
    plan = order.plan
    outside = (plan.parole + plan.probation) / (plan.prison + plan.parole + plan.probation)
    return Staffing(people_supervised=int(order.people * outside))


def _record(order: Order, outcome: Outcome) -> None:
    rows: dict[str, JsonValue] = dict(sorted(outcome.rows.items()))
    details: dict[str, JsonValue] = {
        "seed": order.plan.seed,
        "as_of": order.plan.as_of.isoformat(),
        "asked": order.people,
        "people": outcome.people,
        "agents": outcome.agents,
        "rows": rows,
    }
    record(Event.POPULATION_GENERATED, actor=None, details=details)
