"""Checks of single columns; each names the column, what was found and what to give."""

import re
from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from ots.exchange.refusals import RowRefusedError

Cells = Mapping[str, str]
Value = TypeVar("Value")

# The database keeps no earlier birth date.
EARLIEST_DAY = date(1850, 1, 1)

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def text(cells: Cells, column: str, *, at_most: int) -> str:
    """Return the text, which may be empty."""
    value = cells[column]
    if len(value) > at_most:
        raise RowRefusedError(
            "text too long", f"{column} has {len(value)} characters; at most {at_most} fit"
        )
    return value


def required_text(cells: Cells, column: str, *, at_most: int) -> str:
    """Return the text, which must not be empty."""
    value = text(cells, column, at_most=at_most)
    if not value:
        raise RowRefusedError("required column empty", f"{column} is empty; a value is required")
    return value


def whole_number(cells: Cells, column: str) -> int:
    """Return the whole number, which may be negative."""
    value = cells[column]
    if not value.removeprefix("-").isdecimal() or not value.isascii():
        raise RowRefusedError(
            "not a number", f"{column} is [{value}]: not a whole number; give digits"
        )
    return int(value)


def day(cells: Cells, column: str, *, today: date) -> date:
    """Return the day, which must be in the calendar and not after today."""
    found = _calendar_day(required_text(cells, column, at_most=40), column)
    if not EARLIEST_DAY <= found <= today:
        side = "in the future" if found > today else f"before {EARLIEST_DAY.year}"
        raise RowRefusedError("implausible date", f"{column} is [{found}]: a day {side}")
    return found


def _calendar_day(value: str, column: str) -> date:
    if not _DAY.fullmatch(value):
        raise RowRefusedError(
            "impossible date", f"{column} is [{value}]: give year, month and day, as 2014-03-09"
        )
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise RowRefusedError(
            "impossible date", f"{column} is [{value}]: no such day in the calendar"
        ) from None


def day_if_any(cells: Cells, column: str, *, today: date) -> date | None:
    """Return the day, or None where the cell is empty."""
    return day(cells, column, today=today) if cells[column] else None


def one_of(cells: Cells, column: str, meanings: Mapping[str, Value]) -> Value:
    """Return what the code means."""
    value = cells[column]
    if value not in meanings:
        raise RowRefusedError(
            "unknown code",
            f"{column} is [{value}]: not one of {', '.join(map(str, meanings))}",
        )
    return meanings[value]
