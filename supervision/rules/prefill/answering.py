"""How the record answers an item: a value, its sources, and why; or nothing, and never a guess."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from supervision.rules.instruments.form import Value
from supervision.rules.prefill.record import (
    Confinement,
    Count,
    Kind,
    RecordFacts,
    Source,
    Span,
)

YEAR = timedelta(days=365)
# Sources are listed one by one up to so many; the count says the rest.
MOST_SOURCES = 12


@dataclass(frozen=True, slots=True)
class Answer:
    """What the record says to an item; the agent confirms it or answers otherwise."""

    value: Value
    why: str
    sources: tuple[Source, ...] = ()


Answering = Callable[[RecordFacts], Answer | None]


def sources_of(facts: Iterable[Count | Confinement | Span]) -> tuple[Source, ...]:
    """Return the rows of the facts, the newest first."""
    found = sorted((each.source for each in facts), key=lambda each: each.on or date.min)
    return tuple(reversed(found))[:MOST_SOURCES]


def known(facts: RecordFacts, *kinds: Kind) -> bool:
    """Say whether the reader may see all that the answer would be counted from."""
    return not facts.unknown & set(kinds)


def age_on(birth_date: date, day: date) -> int:
    """Return the age in full years."""
    had_birthday = (day.month, day.day) >= (birth_date.month, birth_date.day)
    return day.year - birth_date.year - (0 if had_birthday else 1)


def years_before(day: date, years: int) -> date:
    """Return the same day so many years earlier; the end of February stays in February."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun."""
    return f"{number} {one if number == 1 else many or one + 's'}"
