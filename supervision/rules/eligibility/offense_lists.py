"""Lists of offenses that shut an opportunity or lengthen the way to it, as dated rows."""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from supervision.rules.eligibility.facts import Offense
from timecomp.engine.standing import Standing

_TABLE = Path(__file__).parents[1] / "data" / "offense_lists.csv"


class ListName(StrEnum):
    """The lists."""

    ED_BLOCK = "ED_BLOCK"
    ED_PAROLE_2Y = "ED_PAROLE_2Y"
    TRS_BLOCK = "TRS_BLOCK"
    NO_PROBATION = "NO_PROBATION"
    DOWNGRADE_BLOCK = "DOWNGRADE_BLOCK"
    SEX = "SEX"
    DRUNK_DRIVING = "DRUNK_DRIVING"
    NO_TECHNICAL_LIMIT = "NO_TECHNICAL_LIMIT"
    WEAPON = "WEAPON"


@dataclass(frozen=True, slots=True)
class Listing:
    """A section on a list, with the days on which it stands there."""

    list_name: str
    code: str
    since: date
    until: date | None
    citation: str
    standing: Standing
    maximum_months_at_least: int | None = None

    def in_force(self, day: date) -> bool:
        """Whether it stands on the list that day."""
        return self.since <= day and (self.until is None or day < self.until)

    def names(self, offense: Offense) -> bool:
        """Whether the offense is of this section, and grave enough where that is asked."""
        if not _is_part_of(_plain(offense.code), _plain(self.code)):
            return False
        if self.maximum_months_at_least is None or offense.is_life:
            return True
        maximum = offense.maximum_months
        # A maximum that nobody recorded does not take an offense off a list.
        return maximum is None or maximum >= self.maximum_months_at_least


Listings = Sequence[Listing]


def found_on(
    name: ListName, offenses: Iterable[Offense], listings: Listings, *, day: date
) -> tuple[Offense, Listing] | None:
    """The first offense that is on the list that day, with the row that says so."""
    rows = [each for each in listings if each.list_name == name and each.in_force(day)]
    for offense in offenses:
        for row in rows:
            if row.names(offense):
                return offense, row
    return None


@cache
def shipped_listings() -> tuple[Listing, ...]:
    """The rows that the system starts with."""
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        return tuple(_listing(row) for row in csv.DictReader(lines))


def _listing(row: dict[str, str]) -> Listing:
    return Listing(
        list_name=row["list_name"],
        code=row["code"],
        since=date.fromisoformat(row["since"]),
        until=date.fromisoformat(row["until"]) if row["until"] else None,
        citation=row["citation"],
        standing=Standing(row["standing"]),
        maximum_months_at_least=int(row["maximum_months_at_least"] or 0) or None,
    )


def _plain(code: str) -> str:
    return code.replace(" ", "").lower()


def _is_part_of(code: str, section: str) -> bool:
    """750.520b(1)(a) is part of 750.520b; 750.5202 is not part of 750.520, 750.520b is."""
    if not code.startswith(section):
        return False
    rest = code[len(section) :]
    if not rest or rest[0] == "(":
        return True
    # A section ending in a figure takes its lettered sisters along only when it says so: 750.520*.
    return bool(re.fullmatch(r"[a-z]+(\(.*)?", rest)) and section in _WITH_LETTERS


# Chapters whose lettered sections are all meant.
_WITH_LETTERS = frozenset({"750.520"})
