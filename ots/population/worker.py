"""One process of several that write; it knows no Django but the connection it is told of."""

import os
from collections import Counter
from dataclasses import dataclass
from multiprocessing import parent_process
from threading import Thread

import psycopg
from psycopg.rows import TupleRow

from ots.population.order import Order
from ots.population.reference_keys import References
from ots.population.writer import Writer

Done = tuple[int, Counter[str]]


@dataclass(frozen=True, slots=True)
class _Worker:
    connection: "psycopg.Connection[TupleRow]"
    writer: Writer
    order: Order


_workers: list[_Worker] = []


def begin_worker(address: str, references: References, order: Order) -> None:
    """Open this process's own connection, once."""
    Thread(target=_end_with_parent, daemon=True).start()
    opened = psycopg.connect(address)
    writer = Writer(opened.cursor(), references, order.recorded_at)
    _workers.append(_Worker(opened, writer, order))


def write_one(indices: range) -> Done:
    """Write one chunk in a transaction; returns how many were asked for and the rows by table."""
    worker = _workers[0]
    with worker.connection.transaction():
        rows = worker.writer.write_chunk(worker.order.plan, indices)
    return len(indices), rows


def _end_with_parent() -> None:
    """End this process when the one that began it is gone, however it went."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
