"""A table of a scenario file: each reading names the place, the key and what to do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from timecomp.law.offences import UnreadableOffenceCode, normalise_code

WHOLE = 100
E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")


class ScenarioError(ValueError):
    """A scenario that cannot be read; the message names the file, the key and what to do."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the file with the place where it stands, for the errors."""

    place: str
    values: Mapping[str, object]

    def only(self, *keys: str) -> None:
        """Refuse a key that means nothing here."""
        unknown = sorted(set(self.values) - set(keys))
        if unknown:
            raise self.error(unknown[0], f"is not known here; use one of: {', '.join(keys)}.")

    def error(self, key: str, what_to_do: str) -> ScenarioError:
        """The error for one key of this table."""
        return ScenarioError(f"{self.place} [{key}] {what_to_do}")

    def text(self, key: str) -> str:
        """A text that must be there."""
        value = self.values.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.error(key, "must be a text in quotes; fill it in.")
        return value

    def optional(self, key: str, read: "Callable[[Table, str], T]") -> T | None:
        """The value read, or None where the key is left out."""
        return read(self, key) if key in self.values else None

    def number(self, key: str) -> int:
        """A whole number, not below nought."""
        value = self.values.get(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self.error(key, "must be a whole number, 0 or more.")
        return value

    def percent(self, key: str) -> int:
        """A whole number up to a hundred."""
        value = self.number(key)
        if value > WHOLE:
            raise self.error(key, "must be a per cent from 0 to 100.")
        return value

    def switch(self, key: str) -> bool:
        """Yes or no."""
        value = self.values.get(key)
        if not isinstance(value, bool):
            raise self.error(key, "must be true or false.")
        return value

    def day(self, key: str) -> date:
        """A day."""
        value = self.values.get(key)
        if type(value) is not date:
            raise self.error(key, "must be a day written without quotes, as 2027-01-01.")
        return value

    def list_of(self, key: str) -> list[object]:
        """A list; empty where the key is left out."""
        value = self.values.get(key, [])
        if not isinstance(value, list):
            raise self.error(key, 'must be a list in brackets, as ["750.529"].')
        return value

    def tables(self, key: str) -> "list[Table]":
        """The tables of a list of tables."""
        found = []
        for number, each in enumerate(self.list_of(key), start=1):
            if not isinstance(each, dict):
                raise self.error(key, f"must be written [[{key}]] with keys under it.")
            found.append(Table(f"{self.place} {key} {number}:", each))
        return found

    def table(self, key: str) -> "Table":
        """A table; empty where it is left out."""
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            raise self.error(key, f"must be written [{key}] with keys under it.")
        return Table(f"{self.place} {key}:", value)

    def choices(self, key: str, kind: type[E]) -> frozenset[E]:
        """Names of a closed list."""
        known = [each.value for each in kind]
        for each in self.list_of(key):
            if each not in known:
                raise self.error(key, f"knows no [{each}]; use: {', '.join(known)}.")
        return frozenset(kind(str(each)) for each in self.list_of(key))

    def codes(self, key: str) -> tuple[str, ...]:
        """Sections of the law, as prosecutors write them."""
        return tuple(code_of(self, key, each) for each in self.list_of(key))


def code_of(table: Table, key: str, given: object) -> str:
    """The section as prosecutors write it."""
    try:
        return normalise_code(str(given))
    except UnreadableOffenceCode as error:
        raise table.error(key, f"names no section: {error}") from error
