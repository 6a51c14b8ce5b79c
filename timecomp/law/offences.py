"""Michigan offence codes: what a code meant, and what the law allowed for it, on a day.

The rows live in ``data/michigan_offences.csv``: one row for each code and span of days,
with its citation and its standing. A blank flag there is ``None`` here: the law asks a
person rather than guess.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

OFFENCES_CSV = Path(__file__).parent / "data" / "michigan_offences.csv"

CATEGORIES = frozenset(
    (
        *("person", "property", "controlled_substance", "public_safety", "public_order"),
        *("public_trust", "none"),
    )
)
OFFENCE_CLASSES = frozenset(
    [
        "M2",
        "A",
        "B",
        "C",
        "D",
        "E",
        "F",
        "G",
        "H",
        "misdemeanor",
        "not_scored",
        "varies",
        "follows_target",
        "unknown",
    ]
)
MAXIMUM_KINDS = frozenset({"term", "life", "life_or_any_term", "mandatory_life", "none"})
STANDINGS = frozenset({"verified", "recalled", "inferred"})
FLAGS: Mapping[str, bool | None] = {"true": True, "false": False, "": None}

ROMAN_NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
CITED_AS = re.compile(r"^(?:mich\.?|m\.?c\.?l\.?[as]?\.?|sec\.?|section|§)+")
SECTION = re.compile(r"^(\d{1,3}\.\d{1,5}[a-z]{0,2})((?:\([0-9a-z]{1,5}\))*)$")
GLUED_CODE = re.compile(r"^\d{1,3}\.\d{1,5}[0-9a-z]*$")
SUBSECTION = re.compile(r"\(([0-9a-z]+)\)")


class UnreadableOffenceCode(ValueError):
    """The text does not have the form of a Michigan offence code."""

    def __init__(self, code: str) -> None:
        super().__init__(
            f"[{code}] is not a Michigan offence code. "
            "Write the section and its parts, as in 750.520b(2)(c) or 750.520B2C."
        )


class OffenceDataError(ValueError):
    """A row of the offence table is wrong. The message names the code and the column."""


@dataclass(frozen=True, slots=True)
class OffenceCode:
    """One offence as the law had it from ``since`` to ``until``, both days included."""

    mcl: str
    pacc: str
    title: str
    category: str
    offence_class: str
    maximum_months: int | None
    maximum_days: int | None
    is_life_maximum: bool
    life_or_any_term: bool | None
    mandatory_life: bool
    is_misdemeanor: bool
    is_assaultive: bool | None
    is_proposal_b: bool | None
    is_truth_in_sentencing_1998: bool | None
    is_major_controlled_substance: bool | None
    is_drug: bool | None
    is_sex_offence: bool | None
    is_domestic: bool | None
    sora_tier: int | None
    mandatory_minimum_months: int | None
    since: date | None
    until: date | None
    citation: str
    standing: str
    note: str

    def is_in_force(self, on: date) -> bool:
        """Whether a crime committed on this day falls under this row."""
        begun = self.since is None or self.since <= on
        return begun and (self.until is None or on <= self.until)


@lru_cache(maxsize=4096)
def normalise_code(code: str) -> str:
    """The code as prosecutors write it: ``MCL 750.520b(2)(c)`` is ``750.520B2C``."""
    return "".join(_parts(code)).upper()


def offence(code: str, on: date) -> OffenceCode | None:
    """The offence a code named on the day of the crime, or None where the table has no such row.

    A subsection without a row of its own is read as its parent section, if that has exactly one.
    """
    for rows in _rows_by_nearness(code):
        found = [row for row in rows if row.is_in_force(on)]
        if len(found) == 1:
            return found[0]
    return None


@lru_cache(maxsize=4096)
def _rows_by_nearness(code: str) -> tuple[tuple[OffenceCode, ...], ...]:
    """The rows of the code itself and of each section it is a part of, nearest first."""
    return tuple(
        tuple(index[candidate])
        for candidate in _with_parents(code)
        for index in _indexes(code)
        if candidate in index
    )


@cache
def all_offences() -> tuple[OffenceCode, ...]:
    """Every row of the table, checked, in the order of the compiled laws."""
    with OFFENCES_CSV.open(encoding="utf-8", newline="") as lines:
        rows = tuple(_read(line) for line in csv.DictReader(lines))
    check_offences(rows)
    return rows


def check_offences(rows: Iterable[OffenceCode]) -> None:
    """Refuse a table in which one code has two rows for the same day."""
    for pacc, same_code in _grouped((row.pacc, row) for row in rows).items():
        spans = sorted((r.since or date.min, r.until or date.max) for r in same_code)
        for (_, ends), (begins, _) in zip(spans, spans[1:], strict=False):
            if begins <= ends:
                raise OffenceDataError(
                    f"[{pacc}] has two rows in force on {begins}. "
                    "End the earlier row the day before."
                )


def _parts(code: str) -> list[str]:
    """The section followed by its subsections; a glued code is one part."""
    text = CITED_AS.sub("", re.sub(r"\s+", "", code).lower())
    whole = SECTION.match(text)
    if whole:
        return [whole[1], *_numbered(SUBSECTION.findall(whole[2]))]
    if GLUED_CODE.match(text):
        return [text]
    raise UnreadableOffenceCode(code)


def _numbered(subsections: Iterable[str]) -> Iterator[str]:
    """Subsections with roman numerals as digits; a numeral can only follow a lettered part."""
    after_letter = False
    for part in subsections:
        if after_letter and part in ROMAN_NUMERALS:
            yield str(ROMAN_NUMERALS.index(part) + 1)
            after_letter = False
        else:
            yield part
            after_letter = part.isalpha()


def _with_parents(code: str) -> Iterator[str]:
    """The code itself, then each section it is a part of, nearest first."""
    parts = _parts(code)
    for length in range(len(parts), 0, -1):
        yield "".join(parts[:length]).upper()
    if len(parts) == 1:
        yield from _sections_of_glued(parts[0].upper())


def _sections_of_glued(code: str) -> Iterator[str]:
    """Shorter codes a glued code can only be a part of.

    ``750.520C1D`` is within 750.520c: a digit after a lettered section begins a subsection.
    ``750.227A`` is a section of its own, and ``750.5295`` might be one, so neither is shortened.
    """
    lettered = re.match(r"^(\d+\.\d+[A-Z]+)\d", code)
    if not lettered:
        return
    section = lettered[1]
    for length in range(len(code) - 1, len(section) - 1, -1):
        yield code[:length]


def _indexes(code: str) -> tuple[Mapping[str, list[OffenceCode]], ...]:
    """Where to look first: a statute's subsections were renumbered, prosecutors' codes were not."""
    indexes = _by_pacc(), _by_citation()
    return indexes[::-1] if "(" in code else indexes


@cache
def _by_pacc() -> Mapping[str, list[OffenceCode]]:
    return _grouped((row.pacc, row) for row in all_offences())


@cache
def _by_citation() -> Mapping[str, list[OffenceCode]]:
    return _grouped((normalise_code(row.mcl), row) for row in all_offences())


def _grouped(keyed: Iterable[tuple[str, OffenceCode]]) -> dict[str, list[OffenceCode]]:
    groups: dict[str, list[OffenceCode]] = defaultdict(list)
    for key, row in keyed:
        groups[key].append(row)
    return groups


def _read(line: Mapping[str, str]) -> OffenceCode:
    kind = _one_of(line, "maximum_kind", MAXIMUM_KINDS)
    offence_class = _one_of(line, "offence_class", OFFENCE_CLASSES)
    months, days = _maximum(line)
    return OffenceCode(
        mcl=_required(line, "mcl"),
        pacc=_required(line, "pacc"),
        title=_required(line, "title"),
        category=_one_of(line, "category", CATEGORIES),
        offence_class=offence_class,
        maximum_months=months,
        maximum_days=days,
        is_life_maximum=kind in {"life", "life_or_any_term", "mandatory_life"},
        life_or_any_term=None if kind == "life" else kind == "life_or_any_term",
        mandatory_life=kind == "mandatory_life",
        is_misdemeanor=offence_class == "misdemeanor",
        is_assaultive=_flag(line, "is_assaultive"),
        is_proposal_b=_flag(line, "is_proposal_b"),
        is_truth_in_sentencing_1998=_flag(line, "is_truth_in_sentencing_1998"),
        is_major_controlled_substance=_flag(line, "is_major_controlled_substance"),
        is_drug=_flag(line, "is_drug"),
        is_sex_offence=_flag(line, "is_sex_offence"),
        is_domestic=_flag(line, "is_domestic"),
        sora_tier=_number(line, "sora_tier"),
        mandatory_minimum_months=_number(line, "mandatory_minimum_months"),
        since=_day(line, "since"),
        until=_day(line, "until"),
        citation=_required(line, "citation"),
        standing=_one_of(line, "standing", STANDINGS),
        note=line["note"],
    )


def _maximum(line: Mapping[str, str]) -> tuple[int | None, int | None]:
    """Months and days of the longest term; both None unless the maximum is a term."""
    years, months = _number(line, "maximum_years"), _number(line, "maximum_months")
    days = _number(line, "maximum_days")
    has_months = years is not None or months is not None
    if (line["maximum_kind"] == "term") != (has_months or days is not None):
        raise _wrong(line, "maximum_kind", "Give a length for a term, and for nothing else.")
    return (12 * (years or 0) + (months or 0) if has_months else None), days


def _required(line: Mapping[str, str], column: str) -> str:
    if not line[column].strip():
        raise _wrong(line, column, "Fill it in.")
    return line[column]


def _one_of(line: Mapping[str, str], column: str, allowed: frozenset[str]) -> str:
    if line[column] not in allowed:
        raise _wrong(line, column, f"Use one of: {', '.join(sorted(allowed))}.")
    return line[column]


def _flag(line: Mapping[str, str], column: str) -> bool | None:
    if line[column] not in FLAGS:
        raise _wrong(line, column, "Use true, false, or nothing where the law is not known.")
    return FLAGS[line[column]]


def _number(line: Mapping[str, str], column: str) -> int | None:
    if line[column] and not line[column].isdecimal():
        raise _wrong(line, column, "Use a whole number or nothing.")
    return int(line[column]) if line[column] else None


def _day(line: Mapping[str, str], column: str) -> date | None:
    try:
        return date.fromisoformat(line[column]) if line[column] else None
    except ValueError:
        raise _wrong(line, column, "Use a day written 2003-03-01, or nothing.") from None


def _wrong(line: Mapping[str, str], column: str, what_to_do: str) -> OffenceDataError:
    return OffenceDataError(f"Offence [{line['pacc']}], {column} is [{line[column]}]. {what_to_do}")
