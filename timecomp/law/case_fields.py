"""Reading the fields of a case file so that a wrong one is named with its place and what to
write."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeVar

from timecomp.law.facts import Term
from timecomp.law.mcl_769.s10_fractions import fraction_years
from timecomp.law.offences import UnreadableOffenceCode, normalise_code

Choice = TypeVar("Choice", bound=StrEnum)
# Python reads other forms of ISO dates too; a case file has this one.
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LONGEST_YEARS = 1000
LONGEST_DAYS = 366_000
# An error quotes what it found, but not a whole book.
LONGEST_QUOTE = 80


class CaseFileError(ValueError):
    """A case file that cannot be read; one line names the field, the place and what to write."""


def quoted(found: object) -> str:
    """What was found, cut short where it is long."""
    text = str(found) if not isinstance(found, (list, dict)) else f"{type(found).__name__} …"
    if isinstance(found, (list, dict)) and len(found) <= LONGEST_QUOTE // 10:
        text = repr(found)
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]} …"


def items(place: str, value: object) -> list["Fields"]:
    """The objects of a list, each knowing its place."""
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise CaseFileError(f"{place or 'the document'}: expected a list, found [{quoted(value)}].")
    return [Fields(f"{place}[{i}]", each) for i, each in enumerate(value)]


class Fields:
    """One object of a case file and where it stands."""

    __slots__ = ("_given", "_place")

    def __init__(self, place: str, given: object) -> None:
        if not isinstance(given, Mapping):
            raise CaseFileError(
                f"{place}: expected an object with named fields, found [{quoted(given)}]."
            )
        self._place = place
        self._given = given

    def wrong(self, key: str, reason: str) -> CaseFileError:
        """The error that names this field, its place and what is wrong."""
        found = quoted(self._given.get(key))
        return CaseFileError(f"{self._place}.{key}: [{found}] {reason}")

    def get(self, key: str) -> object:
        """Whatever stands there, None if nothing."""
        found: object = self._given.get(key)
        return found

    def text(self, key: str) -> str:
        """Words that must be there."""
        found = self.optional_text(key)
        if not found:
            raise CaseFileError(f"{self._place}.{key}: is missing; give a text.")
        return found

    def optional_text(self, key: str) -> str | None:
        """Words, or None."""
        found = self.get(key)
        if found is not None and not isinstance(found, str):
            raise self.wrong(key, "is not a text; write it in quotation marks.")
        self._refuse_half_characters(key, found or "")
        return found

    def _refuse_half_characters(self, key: str, text: str) -> None:
        try:
            text.encode()
        except UnicodeEncodeError:
            message = f"{self._place}.{key}: holds half a character (\\ud800 to \\udfff alone)."
            raise CaseFileError(message) from None

    def words(self, key: str) -> list[str]:
        """A list of words; nothing there is an empty list."""
        found = self.get(key)
        if found is None:
            return []
        if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
            raise self.wrong(key, 'is not a list of texts; write it as ["one", "two"].')
        for word in found:
            self._refuse_half_characters(key, word)
        return list(found)

    def offence_code(self, key: str) -> str:
        """An MCL section in a form that the offence table can read."""
        code = self.text(key)
        try:
            normalise_code(code)
        except UnreadableOffenceCode as error:
            raise CaseFileError(f"{self._place}.{key}: {error}") from error
        return code

    def day(self, key: str) -> date:
        """A date that must be there."""
        found = self.optional_day(key)
        if found is None:
            raise CaseFileError(f"{self._place}.{key}: is missing; give a date such as 1996-10-01.")
        return found

    def optional_day(self, key: str) -> date | None:
        """An ISO date, or None."""
        found = self.get(key)
        if found is None:
            return None
        try:
            if not isinstance(found, str) or not ISO_DAY.fullmatch(found):
                raise ValueError(found)
            return date.fromisoformat(found)
        except ValueError:
            raise self.wrong(key, "is not a date; write it as 1996-10-01.") from None

    def flag(self, key: str) -> bool:
        """True or false; nothing there is false."""
        found = self.get(key)
        if found is None or isinstance(found, bool):
            return bool(found)
        raise self.wrong(key, "is not true or false.")

    def whole_number(self, key: str) -> int:
        """A whole number that must be there."""
        found = self.get(key)
        if isinstance(found, bool) or not isinstance(found, int):
            raise self.wrong(key, "is not a whole number.")
        if abs(found) > LONGEST_DAYS:
            raise self.wrong(key, f"is out of range; at most {LONGEST_DAYS}.")
        return found

    def optional_count(self, key: str) -> int | None:
        """A whole number from nought up, or None."""
        if self.get(key) is None:
            return None
        found = self.whole_number(key)
        if found < 0:
            raise self.wrong(key, "is below nought.")
        return found

    def count(self, key: str) -> int:
        """A whole number from nought up; nothing there is nought."""
        return self.optional_count(key) or 0

    def one_of(self, key: str, allowed: tuple[int, ...], *, default: int) -> int:
        """One of the numbers allowed."""
        found = self.get(key)
        if found is None:
            return default
        if isinstance(found, bool) or found not in allowed:
            raise self.wrong(key, f"is not one of {', '.join(map(str, allowed))}.")
        return self.whole_number(key)

    def choice(self, key: str, kinds: type[Choice], *, default: Choice | None = None) -> Choice:
        """One of the words of a closed list."""
        found = self.get(key)
        if found is None and default is not None:
            return default
        try:
            return kinds(str(found))
        except ValueError:
            listed = ", ".join(kind.value for kind in kinds)
            raise self.wrong(key, f"is not one of {listed}.") from None

    def optional_term(self, key: str) -> Term | None:
        """A length of years, months and days; a fraction of a year in twelfths becomes months."""
        if self.get(key) is None:
            return None
        term = Fields(f"{self._place}.{key}", self.get(key))
        years, months = term._years()
        return Term(years=years, months=months + term.count("months"), days=term.count("days"))

    def _years(self) -> tuple[int, int]:
        found = self.get("years")
        if found is None:
            return 0, 0
        if (
            isinstance(found, bool)
            or not isinstance(found, int | float)
            or not 0 <= found < LONGEST_YEARS
        ):
            raise self.wrong("years", f"is not a number of years from 0 to {LONGEST_YEARS - 1}.")
        months = fraction_years(years=found)
        if months is None:
            raise self.wrong("years", "is neither whole years nor twelfths of a year; give months.")
        return (found, 0) if isinstance(found, int) else (months // 12, months % 12)

    def items(self, key: str) -> list["Fields"]:
        """A list of objects; nothing there is an empty list."""
        found = self.get(key)
        return [] if found is None else items(f"{self._place}.{key}", found)

    def required_items(self, key: str) -> list["Fields"]:
        """A list of objects that must be there and hold something."""
        found = self.items(key)
        if not found:
            raise CaseFileError(f"{self._place}.{key}: is missing or empty; give at least one.")
        return found

    def group(self, key: str) -> "Fields":
        """An object; nothing there is an empty one."""
        found = self.get(key)
        return Fields(f"{self._place}.{key}", {} if found is None else found)

    def required_group(self, key: str) -> "Fields":
        """An object that must be there."""
        if self.get(key) is None:
            raise CaseFileError(
                f"{self._place}.{key}: is missing; give an object with named fields."
            )
        return self.group(key)

    def refuse_unknown(
        self, key: str, named: Iterable[str | None], known: set[str | None] | set[str]
    ) -> None:
        """Refuse a reference to a sentence that the case does not hold."""
        for name in named:
            if name not in known:
                raise self.wrong(key, f"names no other sentence of the case: [{name}].")
