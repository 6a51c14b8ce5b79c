"""Reading the fields of a JSON document so that a wrong one is named with its place and what to
write."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

Choice = TypeVar("Choice", bound=StrEnum)


class DocumentError(ValueError):
    """A document that cannot be read; one line names the field, the place and what to write."""


def objects(place: str, value: object) -> list["Fields"]:
    """The objects of a list, each knowing its place."""
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise DocumentError(f"{place or 'the document'}: expected a list, found [{value!r}].")
    return [Fields(f"{place}[{n}]", each) for n, each in enumerate(value)]


class Fields:
    """One object of a document and where it stands."""

    __slots__ = ("given", "place")

    def __init__(self, place: str, given: object) -> None:
        if not isinstance(given, Mapping):
            raise DocumentError(
                f"{place}: expected an object with named fields, found [{given!r}]."
            )
        self.place = place
        self.given = given

    def wrong(self, key: str, reason: str) -> DocumentError:
        """The error that names this field, its place and what is wrong."""
        return DocumentError(f"{self.place}.{key}: [{self.given.get(key)}] {reason}")

    def get(self, key: str) -> object:
        """Whatever stands there, None if nothing."""
        found: object = self.given.get(key)
        return found

    def need(self, key: str, what: str) -> object:
        """Whatever stands there; missing is an error that says what to give."""
        found = self.get(key)
        if found is None:
            raise DocumentError(f"{self.place}.{key}: is missing; give {what}.")
        return found

    def text(self, key: str) -> str:
        """Words that must be there."""
        self.need(key, "a text")
        found = self.optional_text(key)
        if not found:
            raise self.wrong(key, "is empty; give a text.")
        return found

    def optional_text(self, key: str) -> str | None:
        """Words, or None."""
        found = self.get(key)
        if found is not None and not isinstance(found, str):
            raise self.wrong(key, "is not a text; write it in quotation marks.")
        return found

    def choice(self, key: str, kind: type[Choice]) -> Choice:
        """One of a closed list that must be there."""
        found = self.text(key)
        try:
            return kind(found)
        except ValueError:
            raise self.wrong(key, f"is not one of {', '.join(kind)}.") from None

    def day(self, key: str) -> date:
        """A day that must be there."""
        found = self.optional_day(key)
        if found is None:
            raise DocumentError(f"{self.place}.{key}: is missing; give a date as YYYY-MM-DD.")
        return found

    def optional_day(self, key: str) -> date | None:
        """A day, or None."""
        found = self.optional_text(key)
        if found is None:
            return None
        try:
            return date.fromisoformat(found)
        except ValueError:
            raise self.wrong(key, "is no date; write it as YYYY-MM-DD.") from None

    def moment(self, key: str) -> datetime:
        """A time of a day that must be there, with or without an offset."""
        found = self.text(key)
        try:
            return datetime.fromisoformat(found)
        except ValueError:
            raise self.wrong(key, "is no time; write it as YYYY-MM-DDTHH:MM.") from None

    def flag(self, key: str) -> bool | None:
        """True or false, or None where nothing is said."""
        found = self.get(key)
        if found is not None and not isinstance(found, bool):
            raise self.wrong(key, "is neither true nor false.")
        return found

    def number(self, key: str, *, most: int = 1_000_000) -> int | None:
        """A whole number that is not below zero, or None."""
        found = self.get(key)
        if found is None:
            return None
        if not isinstance(found, int) or isinstance(found, bool) or not 0 <= found <= most:
            raise self.wrong(key, f"is no whole number from 0 to {most}.")
        return found

    def part(self, key: str) -> "Fields | None":
        """An object within this one, or None."""
        found = self.get(key)
        return None if found is None else Fields(f"{self.place}.{key}", found)

    def parts(self, key: str) -> list["Fields"]:
        """The objects of a list within this one; nothing there is an empty list."""
        found = self.get(key)
        return [] if found is None else objects(f"{self.place}.{key}", found)
