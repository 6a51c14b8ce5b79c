"""Writing a portion of cases by COPY; the process that does it knows no Django."""

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from multiprocessing import parent_process
from random import Random
from threading import Thread
from typing import Final

import psycopg
from psycopg import sql
from psycopg.rows import TupleRow

from interstate.rules.case import Facts, Scenario
from ots.population.compact.careers import GOING_ON, OVER, Career, lead
from ots.population.compact.cast import Cast, parties_of
from ots.population.compact.rows import ACTIVITY, TABLES, Batch, Row, Told, add_case
from ots.population.compact.walk import Walk
from ots.population.keys import Keys
from timecomp.engine.calendar import FEDERAL

# For every so many cases that go on there is one more that is over.
ONE_OVER: Final = 12
NEARLY_OVER, INDEFINITE, SEX_OFFENDER, VICTIMS = 0.03, 0.03, 0.06, 0.15
# What the database's own defaults do not fill: the columns that nothing here sets.
Defaults = Mapping[str, Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Order:
    """How many cases and activities, as of which day."""

    cases: int
    activities: int
    as_of: date
    seed: int
    form_version: str
    defaults: Defaults

    @property
    def all_cases(self) -> int:
        """Cases that go on and those that are over."""
        return self.cases + self.cases // ONE_OVER

    def number(self, index: int) -> str:
        """The number of the index-th case."""
        return f"ICM-{self.seed:02d}-{index:07d}"


class Writer:
    """Writes portions of cases on one connection."""

    def __init__(
        self, connection: "psycopg.Connection[TupleRow]", order: Order, cast: Cast
    ) -> None:
        self._connection = connection
        self._keys = Keys(connection.cursor())
        self._order = order
        self._cast = cast

    def write(self, portion: range) -> Counter[str]:
        """Write those of the cases that are not there yet, in one transaction; rows by table."""
        batch = Batch(self._keys, self._order.form_version)
        made = 0
        with self._connection.transaction():
            known = self._known(portion)
            for place, index in enumerate(portion, start=1):
                share = self._order.activities * place // self._order.all_cases
                if self._order.number(index) not in known:
                    add_case(batch, self._told(index, max(0, share - made)))
                    made = len(batch.rows[ACTIVITY])
            for table in TABLES:
                self._copy(table, batch.rows[table])
        return Counter({table: len(rows) for table, rows in batch.rows.items() if rows})

    def _known(self, portion: range) -> set[str]:
        found = self._connection.execute(
            "SELECT number FROM interstate_compactcase WHERE number = ANY(%s)",
            ([self._order.number(index) for index in portion],),
        )
        return {number for (number,) in found}

    def _told(self, index: int, activities: int) -> Told:
        order = self._order
        random = Random(f"{order.seed}:compact:{index}")  # noqa: S311  nothing secret is drawn
        career = _career(random, is_over=index >= order.cases)
        parties = parties_of(self._cast, random, index)
        begins_on = order.as_of - timedelta(days=random.randint(*career.ago))
        scenario = Scenario(
            id=order.number(index),
            sending=parties.sending.member,
            receiving=parties.receiving.member,
            calendar=FEDERAL,
            facts=_facts(random, order.as_of, career),
            events=(),
            as_of=order.as_of,
        )
        walk = Walk(random, scenario, begins_on)
        lead(walk, career, activities)
        return Told(scenario.id, self._cast, parties, walk)

    def _copy(self, table: str, rows: list[Row]) -> None:
        fill = self._order.defaults[table]
        names = list(dict.fromkeys([*fill, *(name for row in rows for name in row)]))
        statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
            sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, names))
        )
        with self._connection.cursor().copy(statement) as copy:
            for row in rows:
                copy.write_row([row.get(name, fill.get(name)) for name in names])


def _career(random: Random, *, is_over: bool) -> Career:
    careers = OVER if is_over else GOING_ON
    return random.choices(careers, [each.weight for each in careers])[0]


def _facts(random: Random, as_of: date, career: Career) -> Facts:
    indefinite = random.random() < INDEFINITE
    days = random.randint(100, 1500)
    if career.goes_on and random.random() < NEARLY_OVER:
        days = random.randint(-12, 20)
    return Facts(
        supervision_ends_on=None if indefinite else as_of + timedelta(days=days),
        is_indefinite=indefinite,
        is_sex_offender=random.random() < SEX_OFFENDER,
        has_victims=random.random() < VICTIMS,
    )


_writers: list[Writer] = []


def begin_worker(address: str, order: Order, cast: Cast) -> None:
    """Open this process's own connection, once."""
    Thread(target=_end_with_parent, daemon=True).start()
    _writers.append(Writer(psycopg.connect(address, autocommit=True), order, cast))


def write_portion(portion: range) -> tuple[int, Counter[str]]:
    """Write one portion; returns how many cases were asked for and the rows by table."""
    return len(portion), _writers[0].write(portion)


def _end_with_parent() -> None:
    """End this process when the one that began it is gone, however it went."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
