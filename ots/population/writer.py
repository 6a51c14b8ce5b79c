"""Writing a chunk of people into the tables by COPY."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from psycopg import Cursor, sql
from psycopg.rows import TupleRow

from offenders.choices import IdentifierKind
from ots.population.facts import Person
from ots.population.generator import Plan, made_up_person
from ots.population.keys import Keys
from ots.population.people import STUDY_ISSUER, study_number
from ots.population.reference_keys import References
from ots.population.rows import Batch, add_person
from ots.population.rows.batch import Row
from ots.population.tables import NAME, TABLES, Table

# PostgreSQL lists every word of every name once; two writers at a time would list new ones twice.
NAMES_LOCK = 7_401_001


class Writer:
    """Writes people on one connection; the caller's transaction holds a chunk."""

    def __init__(
        self, cursor: "Cursor[TupleRow]", references: References, recorded_at: datetime
    ) -> None:
        self._cursor = cursor
        self._keys = Keys(cursor)
        self._references = references
        self._recorded_at = recorded_at

    def write_chunk(self, plan: Plan, indices: range) -> Counter[str]:
        """Make up and write those of the indices that are not there yet; returns rows by table."""
        known = self._already_made(plan, indices)
        return self.write(
            made_up_person(plan, index)
            for index in indices
            if study_number(plan.seed, index) not in known
        )

    def write(self, people: Iterable[Person]) -> Counter[str]:
        """Write people; returns rows by table."""
        batch = Batch(self._keys, self._references, self._recorded_at)
        for person in people:
            add_person(batch, person)
        for table in TABLES:
            if table is not NAME:
                self._copy(table, batch.rows[table])
        self._cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        self._cursor.execute("SELECT pg_advisory_xact_lock(%s)", (NAMES_LOCK,))
        self._copy(NAME, batch.rows[NAME])
        return Counter({table.name: len(rows) for table, rows in batch.rows.items() if rows})

    def _already_made(self, plan: Plan, indices: range) -> set[str]:
        self._cursor.execute(
            "SELECT value FROM offenders_identifier WHERE kind = %s AND issuer = %s"
            " AND superseded_at IS NULL AND value = ANY(%s)",
            (
                IdentifierKind.STUDY.value,
                STUDY_ISSUER,
                [study_number(plan.seed, index) for index in indices],
            ),
        )
        return {value for (value,) in self._cursor.fetchall()}

    def _copy(self, table: Table, rows: Iterable[Row]) -> None:
        statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
            sql.Identifier(table.name), sql.SQL(", ").join(map(sql.Identifier, table.columns))
        )
        with self._cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
