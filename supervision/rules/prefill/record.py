"""The facts of a record that instruments ask about, each with the row it comes from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What kind of row a fact comes from."""

    PERSON = "person"
    ARREST = "arrest"
    CHARGE = "charge"
    CONVICTION = "conviction"
    SENTENCE = "sentence"
    HEARING = "hearing"
    WARRANT = "warrant"
    SUPERVISION = "supervision"
    CUSTODY = "custody"
    MISCONDUCT = "misconduct"
    EMPLOYMENT = "employment"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Source:
    """The row that says something, and its day."""

    kind: Kind
    key: int
    on: date | None


@dataclass(frozen=True, slots=True)
class Count:
    """One count of a case, convicted or not yet disposed of.

    What the statute does not tell, as whether it is a felony, is None.
    """

    source: Source
    case: int
    offense_on: date | None
    convicted_on: date | None
    is_pending: bool
    is_felony: bool | None
    is_violent: bool | None
    group: str
    mcl: str


@dataclass(frozen=True, slots=True)
class Confinement:
    """A sentence to jail or prison; `days` is what the judgment sets at least, or None for life."""

    source: Source
    case: int
    on: date
    days: int | None


@dataclass(frozen=True, slots=True)
class Span:
    """Supervision, a job, an address or custody, from a day until a day."""

    source: Source
    began_on: date
    ended_on: date | None
    why_ended: str = ""
    hours_a_week: int | None = None


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """What the record holds of a person on a day, as far as its reader may see it."""

    as_of: date
    person: Source
    birth_date: date | None = None
    sex: str = ""
    arrests: tuple[Source, ...] = ()
    counts: tuple[Count, ...] = ()
    confinements: tuple[Confinement, ...] = ()
    missed_hearings: tuple[Source, ...] = ()
    bench_warrants: tuple[Source, ...] = ()
    supervision: tuple[Span, ...] = ()
    custody: tuple[Span, ...] = ()
    misconduct: tuple[Source, ...] = ()
    jobs: tuple[Span, ...] = ()
    homes: tuple[Span, ...] = ()
    # Kinds that the reader may not see, or that the record does not hold: never read as "none".
    unknown: frozenset[Kind] = frozenset()

    def current(self) -> Count | None:
        """Return the count that the person is here for: the newest offense."""
        dated = [each for each in self.counts if _day(each) is not None]
        return max(dated, key=lambda each: (_day(each) or date.min, each.source.key), default=None)

    def convictions(self) -> tuple[Count, ...]:
        """Return every count that ended in a conviction by the day asked about."""
        return tuple(
            each
            for each in self.counts
            if each.convicted_on is not None and each.convicted_on <= self.as_of
        )

    def prior_convictions(self) -> tuple[Count, ...]:
        """Return convictions in other cases than the current one, from before it."""
        now = self.current()
        if now is None:
            return ()
        day = _day(now) or self.as_of
        return tuple(
            each
            for each in self.convictions()
            if each.case != now.case and (each.convicted_on or day) <= day
        )

    def prior_confinements(self) -> tuple[Confinement, ...]:
        """Return sentences to confinement in other cases, from before the current offense."""
        now = self.current()
        if now is None:
            return ()
        day = _day(now) or self.as_of
        return tuple(each for each in self.confinements if each.case != now.case and each.on <= day)


def _day(count: Count) -> date | None:
    return count.offense_on or count.convicted_on
