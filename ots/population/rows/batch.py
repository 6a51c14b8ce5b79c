"""Rows on their way into the tables."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from ots.population.keys import Keys
from ots.population.reference_keys import References
from ots.population.tables import TABLES, Table

SOURCE = "Made-up population"
NO_REASON = ""

Row = tuple[object, ...]


@dataclass(slots=True)
class Batch:
    """Rows of one chunk of people, gathered table by table."""

    keys: Keys
    references: References
    recorded_at: datetime
    rows: Mapping[Table, list[Row]] = field(default_factory=lambda: {table: [] for table in TABLES})

    def add(self, table: Table, *values: object) -> None:
        """Add a row that nothing refers to."""
        self.rows[table].append(values)

    def add_with_key(self, table: Table, *values: object) -> int:
        """Add a row that others refer to; returns its key."""
        key = self.keys.next(table.name)
        self.rows[table].append((key, *values))
        return key

    def add_fact(self, table: Table, owner: int, *values: object) -> None:
        """Add a fact about a person, a charge or a sentence."""
        self.rows[table].append((owner, self.recorded_at, NO_REASON, SOURCE, *values))
