"""Rows of many people, gathered by person."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

Row = TypeVar("Row")


def grouped(rows: Iterable[tuple[int, Row]]) -> dict[int, tuple[Row, ...]]:
    """Gather rows by the person whom they are about, in the order in which they come."""
    found: dict[int, list[Row]] = defaultdict(list)
    for person_id, row in rows:
        found[person_id].append(row)
    return {person_id: tuple(each) for person_id, each in found.items()}
