"""The ways in which a date of birth is written down wrongly, and how likely each is meant."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

EARLIEST_BIRTH: Final = date(1850, 1, 1)
# Some day within this many days is better than none: people remember the age.
NEARBY_DAYS: Final = 731
NEARBY_SCORE: Final = 0.4
UNKNOWN_SCORE: Final = 0.3
# From here a wholly different spelling of the name is looked at too.
SURE_SCORE: Final = 0.84
_YEARS_OFF: Final = {1: 0.8, 2: 0.78, 10: 0.78}
_DAYS_OFF: Final = {1: 0.85, 2: 0.8}
_SWAPPED: Final = 0.85
_DIGIT_OFF: Final = 0.78


@dataclass(frozen=True, slots=True)
class BirthDate:
    """A date of birth that may be meant, how surely, and what is off about it."""

    day: date
    score: float
    why: str


def likely_birth_dates(asked: date) -> tuple[BirthDate, ...]:
    """Return the dates that may be meant by the date asked for, each once with its best score."""
    best: dict[date, BirthDate] = {}
    for likely in _damaged(asked):
        held = best.get(likely.day)
        if likely.day >= EARLIEST_BIRTH and (held is None or likely.score > held.score):
            best[likely.day] = likely
    return tuple(best.values())


def why_birth_date(asked: date, found: date | None) -> str:
    """Say what differs between the date asked for and the one on record; empty if nothing."""
    if found is None:
        return "no birth date on record"
    for likely in likely_birth_dates(asked):
        if likely.day == found:
            return likely.why
    return "birth date within two years"


def _damaged(asked: date) -> Iterator[BirthDate]:
    yield BirthDate(asked, 1.0, "")
    swapped = _date(asked.year, asked.day, asked.month)
    if swapped:
        yield BirthDate(swapped, _SWAPPED, "birth day and month swapped")
    for days, score in _DAYS_OFF.items():
        for off in (-days, days):
            why = f"birth date {days} day{'s' if days > 1 else ''} off"
            yield BirthDate(asked + timedelta(days=off), score, why)
    for years, score in _YEARS_OFF.items():
        for off in (-years, years):
            day = _date(asked.year + off, asked.month, asked.day)
            if day:
                why = f"birth year {years} off" if years > 1 else "birth year one off"
                yield BirthDate(day, score, why)
    yield from _one_digit_off(asked)


def _one_digit_off(asked: date) -> Iterator[BirthDate]:
    written = f"{asked:%Y%m%d}"
    # Nobody mistakes the century's first digit.
    for place in range(1, len(written)):
        for digit in "0123456789":
            other = f"{written[:place]}{digit}{written[place + 1 :]}"
            day = _date(int(other[:4]), int(other[4:6]), int(other[6:]))
            if day and digit != written[place]:
                yield BirthDate(day, _DIGIT_OFF, "birth date one digit off")


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
