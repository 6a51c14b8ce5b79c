"""Drawing who is tested when, from a seed, so that anybody can draw it again.

Each person and day gets the SHA-256 of the seed and of what it stands for; the smallest come
first. Nothing but the seed decides, and its hash is put down before the draw.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

SEED_BYTES = 32


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person who may be drawn, and the first day that the gap leaves free."""

    person_id: int
    free_from: date

    def as_text(self) -> str:
        """As the draw keeps it."""
        return f"{self.person_id} {self.free_from.isoformat()}"

    @classmethod
    def from_text(cls, text: str) -> "Candidate":
        """Read what the draw kept."""
        person, day = text.split()
        return cls(int(person), date.fromisoformat(day))


@dataclass(frozen=True, slots=True)
class Terms:
    """What is drawn: how many, between which days, how far apart."""

    first_day: date
    last_day: date
    times: int
    minimum_gap_days: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """A person and the day of the test."""

    person_id: int
    on: date


def digest_of(seed: str) -> str:
    """The hash that is put down before the draw."""
    return hashlib.sha256(seed.encode()).hexdigest()


def draw_people(seed: str, frame: Sequence[Candidate], terms: Terms) -> tuple[Drawn, ...]:
    """So many people of the group, each on a day that his gap leaves free."""
    able = [each for each in frame if each.free_from <= terms.last_day]
    ranked = sorted(able, key=lambda each: _rank(seed, "person", each.person_id))
    drawn = [Drawn(each.person_id, _day_for(seed, each, terms)) for each in ranked[: terms.times]]
    return tuple(sorted(drawn, key=lambda each: (each.on, each.person_id)))


def draw_days(seed: str, frame: Sequence[Candidate], terms: Terms) -> tuple[Drawn, ...]:
    """So many days, no two closer than the gap, on which all who are free are called."""
    days: list[date] = []
    for day in sorted(_days(terms), key=lambda each: _rank(seed, "day", each.isoformat())):
        if len(days) == terms.times:
            break
        if all(abs((day - other).days) >= terms.minimum_gap_days for other in days):
            days.append(day)
    drawn = [Drawn(each.person_id, day) for day in days for each in frame if each.free_from <= day]
    return tuple(sorted(drawn, key=lambda each: (each.on, each.person_id)))


def _day_for(seed: str, candidate: Candidate, terms: Terms) -> date:
    free = [day for day in _days(terms) if day >= candidate.free_from]
    return min(free, key=lambda day: _rank(seed, "day", candidate.person_id, day.isoformat()))


def _days(terms: Terms) -> list[date]:
    count = (terms.last_day - terms.first_day).days + 1
    return [terms.first_day + timedelta(days=number) for number in range(count)]


def _rank(seed: str, *what: object) -> str:
    return hashlib.sha256("|".join([seed, *(str(each) for each in what)]).encode()).hexdigest()
