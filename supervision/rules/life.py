"""A person's days as the standards ask for them, and the rows of what is due."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Days:
    """Days from the first up to but not including ``ended_on``, or still going on."""

    what: str
    began_on: date
    ended_on: date | None = None

    def covers(self, day: date) -> bool:
        """Whether the day is one of them."""
        return self.began_on <= day and (self.ended_on is None or day < self.ended_on)

    def touches(self, first: date, last: date) -> bool:
        """Whether one of them lies from the first to the last day, both included."""
        return self.began_on <= last and (self.ended_on is None or first < self.ended_on)


@dataclass(frozen=True, slots=True)
class Standard:
    """So many of a kind within a time, as a row of the catalogue sets it."""

    id: int
    title: str
    case_type: str
    level: str
    kind: str
    cadence: str
    trigger: str
    count: int
    per: int
    unit: str
    since: date
    until: date | None
    is_critical: bool = True
    feed: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing due, as it is stored."""

    id: int
    kind: str
    standard: int | None
    slot: int
    opens_on: date
    due_on: date
    grace_until: date
    done_on: date | None = None
    excuse: str = ""
    closed_on: date | None = None

    @property
    def is_live(self) -> bool:
        """Whether it is still to be looked after."""
        return self.closed_on is None


@dataclass(frozen=True, slots=True)
class Life:
    """What decides what is due of one person."""

    supervised: tuple[Days, ...] = ()
    levels: tuple[Days, ...] = ()
    held: tuple[Days, ...] = ()
    addresses: tuple[date, ...] = ()
    caseloads: frozenset[str] = frozenset()
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Opening:
    """A row that is to be opened."""

    standard: Standard
    slot: int
    opens_on: date
    due_on: date
    grace_until: date


@dataclass(frozen=True, slots=True)
class Closing:
    """A row that is to be closed, excused or set free again (``closed_on`` empty)."""

    row: int
    closed_on: date | None
    excuse: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """What becomes of a person's rows on a day."""

    closings: tuple[Closing, ...] = ()
    openings: tuple[Opening, ...] = ()
