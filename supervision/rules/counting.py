"""Counting what is due: shares of what was on time, and the days that may be counted at all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from supervision.rules.life import Days
from supervision.rules.obligations import ObligationState as State

# The worst first; what is excused or not yet due says nothing about a person.
WORST_FIRST = (
    State.OVERDUE,
    State.UNKNOWN,
    State.TARDY,
    State.DUE,
    State.COMPLIANT,
    State.NOT_DUE,
    State.EXCUSED,
)
LATE = frozenset({State.TARDY, State.OVERDUE})


@dataclass(frozen=True, slots=True)
class Counts:
    """How many things stand in each way."""

    not_due: int = 0
    due: int = 0
    compliant: int = 0
    tardy: int = 0
    overdue: int = 0
    excused: int = 0
    unknown: int = 0

    @property
    def settled(self) -> int:
        """Return how many count for the share: done or late, neither excused nor unknown."""
        return self.compliant + self.tardy + self.overdue

    @property
    def share_on_time(self) -> float | None:
        """Return the percent that was on time; nothing where nothing counts."""
        return 100 * self.compliant / self.settled if self.settled else None

    def plus(self, other: "Counts") -> "Counts":
        """Return both together."""
        return Counts(*(getattr(self, n) + getattr(other, n) for n in Counts.__slots__))


def counts_of(numbers: Mapping[str, int]) -> Counts:
    """Return counts from numbers by state."""
    return Counts(**{State(state).value: number for state, number in numbers.items()})


def worst(states: Iterable[State]) -> State | None:
    """Return the worst of the states; nothing where there is none."""
    return min(states, key=WORST_FIRST.index, default=None)


def days_at_risk(
    supervised: Iterable[Days], held: Iterable[Days], *, first: date, last: date
) -> int:
    """Count the days from first to last, both included, on which the person was supervised and
    neither held nor out of reach: the denominator of every rate."""
    free = _days(supervised, first, last) - _days(held, first, last)
    return len(free)


def _days(spans: Iterable[Days], first: date, last: date) -> set[date]:
    found: set[date] = set()
    for each in spans:
        begin = max(each.began_on, first)
        end = last if each.ended_on is None else min(each.ended_on - timedelta(days=1), last)
        found.update(begin + timedelta(days=n) for n in range((end - begin).days + 1))
    return found
