"""A year of what was due of one person: how it was met, how late, and what is open today."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Final

from ots.population.days import days_after, days_between, drawn_between
from ots.population.weights import Weighted
from supervision.rules.life import Standard
from supervision.rules.obligations import grace_until
from supervision.rules.settling import FIXED
from supervision.rules.windows import ONCE, due_after, period_of

ON_TIME, TARDY, LATE, EXCUSED = "on time", "tardy", "late", "excused"
FATES: Final = Weighted([(ON_TIME, 86), (TARDY, 6), (LATE, 5), (EXCUSED, 3)])
# Agents see people in the second half of the time there is.
FROM_SHARE: Final = 0.5
LATEST_DAYS: Final = 40


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing due, and what became of it until today."""

    standard: Standard
    slot: int
    opens_on: date
    due_on: date
    done_on: date | None = None
    excused: bool = False
    closed_on: date | None = None


def a_year(
    random: Random, standards: list[Standard], *, began_on: date, as_of: date
) -> Iterator[Owed]:
    """Yield what was due from the day on that comes round again, standard by standard."""
    for standard in standards:
        if standard.cadence == FIXED:
            yield from _by_calendar(random, standard, began_on, as_of)
        elif standard.cadence != ONCE:
            yield from _rolling(random, standard, began_on, as_of)


def _rolling(random: Random, standard: Standard, began_on: date, as_of: date) -> Iterator[Owed]:
    anchor, opens_on = began_on, began_on
    while True:
        due_on = max(opens_on, due_after(standard, anchor))
        owed = _owed(random, standard, opens_on, due_on, as_of)
        yield owed
        if owed.closed_on is None:
            return
        anchor = owed.done_on or owed.due_on
        opens_on = days_after(anchor, 1)
        if opens_on > days_after(as_of, 1):
            return


def _by_calendar(random: Random, standard: Standard, began_on: date, as_of: date) -> Iterator[Owed]:
    first, last = period_of(standard, began_on)
    while first <= as_of:
        for slot in range(1, standard.count + 1):
            owed = _owed(random, standard, max(first, began_on), last, as_of, slot=slot)
            missed = owed.closed_on is None and grace_until(standard.kind, last) < as_of
            yield _closed_as_missed(owed) if missed else owed
        first, last = period_of(standard, days_after(last, 1))


def _closed_as_missed(owed: Owed) -> Owed:
    over = grace_until(owed.standard.kind, owed.due_on) + timedelta(days=1)
    return Owed(owed.standard, owed.slot, owed.opens_on, owed.due_on, closed_on=over)


def _owed(  # noqa: PLR0913  the parts of one thing due
    random: Random,
    standard: Standard,
    opens_on: date,
    due_on: date,
    as_of: date,
    *,
    slot: int = 1,
) -> Owed:
    fate = FATES.draw(random)
    if fate == EXCUSED and due_on <= as_of:
        return Owed(standard, slot, opens_on, due_on, excused=True, closed_on=due_on)
    done_on = _done_on(random, fate, opens_on, due_on, grace_until(standard.kind, due_on))
    if done_on > as_of:
        return Owed(standard, slot, opens_on, due_on)
    return Owed(standard, slot, opens_on, due_on, done_on=done_on, closed_on=done_on)


def _done_on(random: Random, fate: str, opens_on: date, due_on: date, grace: date) -> date:
    if fate == TARDY and grace > due_on:
        return drawn_between(random, days_after(due_on, 1), grace)
    if fate in {LATE, TARDY}:
        return drawn_between(random, days_after(grace, 1), days_after(grace, LATEST_DAYS))
    half = int(days_between(opens_on, due_on) * FROM_SHARE)
    return drawn_between(random, days_after(opens_on, half), due_on)
