"""Keys of new rows, taken from the tables' sequences in blocks."""

from collections.abc import Iterator

from psycopg import Cursor
from psycopg.rows import TupleRow

BLOCK = 5_000


class Keys:
    """New keys table by table; what is left of a block when the work ends is never used."""

    def __init__(self, cursor: "Cursor[TupleRow]") -> None:
        self._cursor = cursor
        self._blocks: dict[str, Iterator[int]] = {}

    def next(self, table: str) -> int:
        """Return a key that no row has and none will get."""
        block = self._blocks.get(table)
        key = next(block, None) if block is not None else None
        if key is None:
            self._blocks[table] = self._block(table)
            key = next(self._blocks[table])
        return key

    def _block(self, table: str) -> Iterator[int]:
        self._cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            (table, BLOCK),
        )
        return iter([key for (key,) in self._cursor.fetchall()])
