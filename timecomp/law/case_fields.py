"""The fields of a case file: those of any document, and what only a case file holds."""

from collections.abc import Iterable

from timecomp.engine import json_fields
from timecomp.law.facts import Term
from timecomp.law.mcl_769.s10_fractions import fraction_years
from timecomp.law.offences import UnreadableOffenceCode, normalise_code

LONGEST_YEARS = 1000
LONGEST_DAYS = 366_000


class CaseFileError(json_fields.DocumentError):
    """A case file that cannot be read; one line names the field, the place and what to write."""


class Fields(json_fields.Fields):
    """One object of a case file and where it stands."""

    __slots__ = ()
    error = CaseFileError

    def words(self, key: str) -> list[str]:
        """A list of words; nothing there is an empty list."""
        found = self.get(key)
        if found is None:
            return []
        if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
            raise self.wrong(key, 'is not a list of texts; write it as ["one", "two"].')
        for word in found:
            self.refuse_half_characters(key, word)
        return list(found)

    def offence_code(self, key: str) -> str:
        """An MCL section in a form that the offence table can read."""
        code = self.text(key)
        try:
            normalise_code(code)
        except UnreadableOffenceCode as error:
            raise CaseFileError(f"{self.place}.{key}: {error}") from error
        return code

    def flag(self, key: str) -> bool:
        """True or false; nothing there is false."""
        return bool(super().flag(key))

    def whole_number(self, key: str) -> int:
        """A whole number that must be there."""
        self.need(key, "a whole number")
        return self.number(key, least=-LONGEST_DAYS, most=LONGEST_DAYS) or 0

    def optional_count(self, key: str) -> int | None:
        """A whole number from nought up, or None."""
        return self.number(key, most=LONGEST_DAYS)

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

    def optional_term(self, key: str) -> Term | None:
        """A length of years, months and days; a fraction of a year in twelfths becomes months."""
        term = self.part(key)
        if term is None:
            return None
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

    def required_items(self, key: str) -> list["Fields"]:
        """A list of objects that must be there and hold something."""
        found = self.parts(key)
        if not found:
            raise CaseFileError(f"{self.place}.{key}: is missing or empty; give at least one.")
        return found

    def group(self, key: str) -> "Fields":
        """An object; nothing there is an empty one."""
        return self.part(key) or Fields(f"{self.place}.{key}", {})

    def required_group(self, key: str) -> "Fields":
        """An object that must be there."""
        self.need(key, "an object with named fields")
        return self.group(key)

    def refuse_unknown(
        self, key: str, named: Iterable[str | None], known: set[str | None] | set[str]
    ) -> None:
        """Refuse a reference to a sentence that the case does not hold."""
        for name in named:
            if name not in known:
                raise self.wrong(key, f"names no other sentence of the case: [{name}].")
