"""Understanding what was typed into the one search box: a name, a number, a date of birth."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from offenders.selectors.search.criteria import RECORD_NUMBER

_MONTHS: Final = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
_MONTH: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ISO: Final = re.compile(r"(?<![\w-])(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?![\w-])")
_US: Final = re.compile(
    r"(?<![\w/.-])(?P<month>\d{1,2})(?P<mark>[/.-])(?P<day>\d{1,2})(?P=mark)"
    r"(?P<year>\d{4}|\d{2})(?![\w/-])"
)
_MONTH_FIRST: Final = re.compile(
    rf"\b(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b", re.I
)
_DAY_FIRST: Final = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{_MONTH})\.?,?\s+(?P<year>\d{{4}})\b", re.I
)
_RUN_TOGETHER: Final = re.compile(r"(?<![\w-])(?P<month>\d\d)(?P<day>\d\d)(?P<year>\d{4})(?![\w-])")
_ISO_RUN_TOGETHER: Final = re.compile(
    r"(?<![\w-])(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?![\w-])"
)
_MONTH_AND_YEAR: Final = re.compile(r"(?<![\w/.-])(?P<month>\d{1,2})/(?P<year>\d{4})(?![\w/-])")
_YEAR: Final = re.compile(r"(?<![\w/.-])(?P<year>(?:19|20)\d\d)(?![\w/-])")
_NUMBER: Final = re.compile(
    r"(?:\b(?P<kind>ots|mdoc|doc|sid|fbi|ucn|ssn|dl)\b\W*)?#?\s*"
    r"(?P<number>(?<!\w)[a-z]{0,3}-?\d[\w-]*(?:\s+\d[\d-]*)*)",
    re.I,
)
_BIRTH_WORDS: Final = re.compile(r"\b(?:dob|date of birth|born)\b:?", re.I)
_EARLIEST_YEAR: Final = 1900
_YOUNGEST: Final = 10
_MONTHS_A_YEAR: Final = 12


class NotADateError(ValueError):
    """Something was typed as a date that is none; the message says what and how to write it."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What the box holds."""

    name: str = ""
    number: str = ""
    number_kind: str = ""
    born: date | None = None
    born_from: date | None = None
    born_to: date | None = None


def understand(text: str, *, today: date) -> Typed:
    """Return the name, number and date of birth in the text, in whatever order they stand.

    Dates are written month first. Raises ``NotADateError`` for a day that does not exist.
    """
    born, rest = _whole_date(text, today)
    born_from, born_to = None, None
    if born is None:
        born_from, born_to, rest = _part_of_date(rest, today)
    if born is None and born_from is None:
        born, rest = _eight_digits(rest, today)
    found = _NUMBER.search(rest)
    name = rest if found is None else _without(rest, found)
    return Typed(
        name=_tidy(_BIRTH_WORDS.sub(" ", name)),
        number=found["number"] if found else "",
        number_kind=_kind(found),
        born=born,
        born_from=born_from,
        born_to=born_to,
    )


def _whole_date(text: str, today: date) -> tuple[date | None, str]:
    for pattern in (_ISO, _US, _MONTH_FIRST, _DAY_FIRST):
        found = pattern.search(text)
        if found:
            return _read(found, today), _without(text, found)
    return None, text


def _part_of_date(text: str, today: date) -> tuple[date | None, date | None, str]:
    found = _MONTH_AND_YEAR.search(text)
    if found:
        first = _day(int(found["year"]), int(found["month"]), 1, found[0], today)
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        return first, last, _without(text, found)
    found = _YEAR.search(text)
    # A year alone is more likely a number: nobody looks for all people of one age.
    if found and _tidy(_without(text, found)) and int(found["year"]) <= today.year:
        year = int(found["year"])
        return date(year, 1, 1), date(year, 12, 31), _without(text, found)
    return None, None, text


def _eight_digits(text: str, today: date) -> tuple[date | None, str]:
    """Read eight digits as a date if they can be one; alone they may be a number as well."""
    for pattern in (_RUN_TOGETHER, _ISO_RUN_TOGETHER):
        found = pattern.search(text)
        if found is None or not _EARLIEST_YEAR <= int(found["year"]) <= today.year:
            continue
        try:
            born = date(int(found["year"]), int(found["month"]), int(found["day"]))
        except ValueError:
            continue
        rest = _without(text, found)
        return born, rest if _tidy(rest) else text
    return None, text


def _read(found: re.Match[str], today: date) -> date:
    year = int(found["year"])
    if len(found["year"]) == 2:  # noqa: PLR2004  the year without its century
        year += 2000 if 2000 + year <= today.year - _YOUNGEST else 1900
    month = _MONTHS.get(found["month"].lower()) or int(found["month"])
    day = int(found["day"])
    if month > _MONTHS_A_YEAR >= day:
        month, day = day, month
    return _day(year, month, day, found[0], today)


def _day(year: int, month: int, day: int, typed: str, today: date) -> date:
    try:
        read = date(year, month, day)
    except ValueError:
        raise NotADateError(
            f"[{typed}] is not a date. Write month, day and year, as 3/4/1980."
        ) from None
    if read > today:
        raise NotADateError(f"[{typed}] is in the future. Check the date of birth.")
    return read


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"


def _tidy(text: str) -> str:
    """Return the text without stray marks; a comma stays only between words or after the last."""
    return re.sub(r"\s*,[\s,]*", ", ", " ".join(text.split())).strip(" ;:#-").strip()


def _kind(found: re.Match[str] | None) -> str:
    is_record = found is not None and (found["kind"] or "").lower() == RECORD_NUMBER
    return RECORD_NUMBER if is_record else ""
