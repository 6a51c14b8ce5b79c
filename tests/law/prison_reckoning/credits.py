"""Credits of one end of a sentence, its minimum or its maximum."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from tests.law.prison_reckoning.calendar_days import (
    OpenError,
    Spans,
    add_months,
    end_of_term,
    month_of,
    months_of,
)

DISCIPLINARY_FROM = date(1982, 12, 31)
# Days of good time a month, by the year of the sentence (MCL 800.33(2)).
RATES = ((2, 5), (4, 6), (6, 7), (9, 9), (14, 10), (19, 12))
LATE_RATE = 15


@dataclass(frozen=True)
class Entries:
    """What the record says of the credits of one end; negative days of an order give back."""

    lost: dict[int, date] = field(default_factory=dict)
    awards: list[tuple[date, int]] = field(default_factory=list)
    orders: list[tuple[date, int]] = field(default_factory=list)
    dead: Spans = field(default_factory=list)

    def special_by(self, day: date) -> int:
        """Special credit awarded by a day."""
        return max(0, sum(days for awarded, days in self.awards if awarded <= day))

    def taken(self, earned_by: Callable[[date], int]) -> int:
        """What the orders leave forfeited: never more than was earned on their day."""
        taken = 0
        for day, days in self.orders:
            taken += min(days, max(0, earned_by(day) - taken)) if days > 0 else -min(-days, taken)
        return taken


def rate(month: int) -> int:
    """Good time of the n-th month of a sentence, from nought."""
    year = month // 12 + 1
    return next((days for last, days in RATES if year <= last), LATE_RATE)


def table(months: int) -> int:
    """Good time of a whole term of so many months."""
    return sum(rate(each) for each in range(months))


def _month_of_sentence(start: date, day: date) -> int:
    """How many months of the sentence are over on a day."""
    months = 0
    while add_months(start, months + 1) <= day:
        months += 1
    return months


def under_good_time(
    term: dict[str, int], start: date, entries: Entries, *, projected: bool
) -> tuple[date, int, int]:
    """What happens before the end has come moves it, what comes later does not."""
    lost = away = 0
    tickets = [(day, "lost", day) for day in entries.lost.values() if day >= start]
    spans = [(max(first, start), "dead", last) for first, last in entries.dead if last > start]
    for day, kind, until in [*sorted(tickets + spans), (date.max, "", date.max)]:
        regular = max(0, table(months_of(term)) - lost)
        off, special = _good_time_off(regular, entries, projected=projected)
        end = max(end_of_term(start, term) - timedelta(days=off), start) + timedelta(days=away)
        if day >= end:
            return end, regular, special
        if kind == "lost":
            lost += rate(_month_of_sentence(start, day))
        elif until == date.max:
            raise OpenError
        else:
            away += (until - day).days
    raise OpenError


def _good_time_off(regular: int, entries: Entries, *, projected: bool) -> tuple[int, int]:
    """The days taken off, and how many of them are special."""
    ceiling = regular // 2
    special = ceiling if projected else min(entries.special_by(date.max), ceiling)
    taken = entries.taken(lambda day: regular + min(entries.special_by(day), ceiling))
    return max(0, regular + special - taken), special


def under_disciplinary_credit(
    term: dict[str, int], start: date, entries: Entries, *, projected: bool
) -> tuple[date, int, int]:
    """The first day on which the credits earned up to it reach the end of the term."""
    begin = max(start, DISCIPLINARY_FROM)
    away = 0
    spans = [(max(a, start), b) for a, b in entries.dead if b > start]
    for first, until in [*spans, (date.max, date.max)]:
        calendar_end = end_of_term(start, term) + timedelta(days=away)
        made = _caught_up(calendar_end, begin, entries, projected=projected)
        if first >= made[0]:
            return made
        if until == date.max:
            raise OpenError
        away += (until - first).days
    raise OpenError


def _caught_up(
    calendar_end: date, begin: date, entries: Entries, *, projected: bool
) -> tuple[date, int, int]:
    """The first day on which the calendar end, less the credit earned by it, has come."""
    if calendar_end <= begin:
        return calendar_end, 0, 0
    taken = entries.taken(lambda day: _earned_by(min(day, calendar_end), day, begin, entries))
    month, count = month_of(begin), 0
    while True:
        first, final = _bounds(month)
        count += _is_earning(month, begin, entries)
        special = 2 * count if projected else min(entries.special_by(date.max), 2 * count)
        end = calendar_end - timedelta(days=max(0, 5 * count + special - taken))
        if end <= final:
            return max(end, first, begin), 5 * count, special
        month += 1


def _bounds(month: int) -> tuple[date, date]:
    first = date((month - 1) // 12, (month - 1) % 12 + 1, 1)
    return first, first.replace(day=monthrange(first.year, first.month)[1])


def _earned_by(until: date, day: date, begin: date, entries: Entries) -> int:
    """Disciplinary credit of the months touched, with the special credit awarded by the day."""
    if until < begin:
        return 0
    months = range(month_of(begin), month_of(until) + 1)
    count = sum(_is_earning(each, begin, entries) for each in months)
    return 5 * count + min(entries.special_by(day), 2 * count)


def _is_earning(month: int, begin: date, entries: Entries) -> bool:
    """A month earns unless it was lost or wholly dead."""
    return month not in entries.lost and not _is_dead(month, begin, entries.dead)


def _is_dead(month: int, begin: date, dead: Spans) -> bool:
    first, _ = _bounds(month)
    after = add_months(first, 1)
    # An absence that lasts dates nothing after it; what it costs is for a person.
    return any(a <= max(first, begin) and after <= b < date.max for a, b in dead)
