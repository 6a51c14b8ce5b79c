"""Reading the fields of a JSON document so that a wrong one is named with its place and what to
write."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar, Self, TypeVar

Choice = TypeVar("Choice", bound=StrEnum)
# Python reads other forms of ISO dates too; a document has this one.
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# An error quotes what it found, but not a whole book.
LONGEST_QUOTE = 80


class DocumentError(ValueError):
    """A document that cannot be read; one line names the field, the place and what to write."""


def quoted(found: object) -> str:
    """What was found, cut short where it is long."""
    text = str(found) if not isinstance(found, (list, dict)) else f"{type(found).__name__} …"
    if isinstance(found, (list, dict)) and len(found) <= LONGEST_QUOTE // 10:
        text = repr(found)
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]} …"


class Fields:
    """One object of a document and where it stands."""

    __slots__ = ("given", "place")
    error: ClassVar[type[DocumentError]] = DocumentError

    def __init__(self, place: str, given: object) -> None:
        if not isinstance(given, Mapping):
            raise self.error(
                f"{place}: expected an object with named fields, found [{quoted(given)}]."
            )
        self.place = place
        self.given = given

    @classmethod
    def objects(cls, place: str, value: object) -> list[Self]:
        """The objects of a list, each knowing its place."""
        if not isinstance(value, Sequence) or isinstance(value, str):
            where = place or "the document"
            raise cls.error(f"{where}: expected a list, found [{quoted(value)}].")
        return [cls(f"{place}[{n}]", each) for n, each in enumerate(value)]

    def wrong(self, key: str, reason: str) -> DocumentError:
        """The error that names this field, its place and what is wrong."""
        return self.error(f"{self.place}.{key}: [{quoted(self.get(key))}] {reason}")

    def get(self, key: str) -> object:
        """Whatever stands there, None if nothing."""
        found: object = self.given.get(key)
        return found

    def need(self, key: str, what: str) -> object:
        """Whatever stands there; missing is an error that says what to give."""
        found = self.get(key)
        if found is None:
            raise self.error(f"{self.place}.{key}: is missing; give {what}.")
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
        self.refuse_half_characters(key, found or "")
        return found

    def refuse_half_characters(self, key: str, text: str) -> None:
        """Refuse what no file and no table can hold."""
        try:
            text.encode()
        except UnicodeEncodeError:
            message = f"{self.place}.{key}: holds half a character (\\ud800 to \\udfff alone)."
            raise self.error(message) from None

    def choice(self, key: str, kind: type[Choice], *, default: Choice | None = None) -> Choice:
        """One of a closed list; it must be there unless there is a default."""
        listed = ", ".join(kind)
        if default is not None and self.get(key) is None:
            return default
        self.need(key, f"one of {listed}")
        try:
            return kind(str(self.get(key)))
        except ValueError:
            raise self.wrong(key, f"is not one of {listed}.") from None

    def day(self, key: str) -> date:
        """A day that must be there."""
        self.need(key, "a date such as 1996-10-01")
        found = self.get(key)
        try:
            if not isinstance(found, str) or not ISO_DAY.fullmatch(found):
                raise ValueError(found)
            return date.fromisoformat(found)
        except ValueError:
            raise self.wrong(key, "is not a date; write it as 1996-10-01.") from None

    def optional_day(self, key: str) -> date | None:
        """A day, or None."""
        return None if self.get(key) is None else self.day(key)

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
            raise self.wrong(key, "is not true or false.")
        return found

    def number(self, key: str, *, least: int = 0, most: int = 1_000_000) -> int | None:
        """A whole number, not below zero unless said otherwise, or None."""
        found = self.get(key)
        if found is None:
            return None
        if not isinstance(found, int) or isinstance(found, bool) or not least <= found <= most:
            raise self.wrong(key, f"is no whole number from {least} to {most}.")
        return found

    def part(self, key: str) -> Self | None:
        """An object within this one, or None."""
        found = self.get(key)
        return None if found is None else type(self)(f"{self.place}.{key}", found)

    def parts(self, key: str) -> list[Self]:
        """The objects of a list within this one; nothing there is an empty list."""
        found = self.get(key)
        return [] if found is None else self.objects(f"{self.place}.{key}", found)
