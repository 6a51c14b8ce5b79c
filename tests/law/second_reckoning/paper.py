"""The arithmetic of a clerk with paper and calendar; it shares no line with the law book."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Protocol, TypeVar

T = TypeVar("T")
Json = dict[str, object]
Span = tuple[date, date | None]  # the first day away, and the day of return if there was one
A_DAY = timedelta(1)


class Pick(Protocol):
    """Chooses one of the options: by Hypothesis, or by a fixed throw of dice."""

    def __call__(self, options: Sequence[T], /) -> T: ...


@dataclass
class Question:
    """A case as a case file holds it, and what the paper gives for it."""

    case: Json
    answer: Json
    asked: dict[str, bool] = field(default_factory=dict)


def iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def days_on(first: date, days: int) -> date:
    return first + timedelta(days)


def months_on(first: date, months: int) -> date:
    years, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(years, month + 1, min(first.day, monthrange(years, month + 1)[1]))


def term(months: int, days: int = 0) -> Json:
    return {"months": months, "days": days}


def ends(first: date, months: int, days: int = 0) -> date:
    return days_on(months_on(first, months), days)


def half_done(first: date, months: int, days: int = 0) -> date:
    """Half the months, fifteen days for half a month, half the days."""
    return ends(first, months // 2, (15 if months % 2 else 0) + days // 2)


def later(end: date, away: Sequence[Span], since: date = date.min) -> date | None:
    """The end, put off by each day away; none while somebody is still away before it."""
    for first, back in sorted(one_by_one(away), key=lambda span: span[0]):
        begun = max(first, since)
        if begun < end and back is None:
            return None
        if begun < end and back is not None and back > begun:
            end += back - begun
    return end


def one_by_one(away: Sequence[Span]) -> list[Span]:
    """The absences without those days that lie in another; one that begins in an absence with a
    known end has that end."""
    closed: list[tuple[date, date]] = []
    for first, back in sorted((a, b) for a, b in away if b is not None):
        if closed and first <= closed[-1][1]:
            closed[-1] = (closed[-1][0], max(back, closed[-1][1]))
        else:
            closed.append((first, back))
    lasting = [a for a, b in away if b is None and not any(f <= a <= t for f, t in closed)]
    until = min(lasting, default=date.max)
    kept: list[Span] = [span for span in closed if span[0] < until]
    return [*kept, (until, None)] if lasting else kept


def age_on(born: date, day: date) -> int:
    years = day.year - born.year
    return years if months_on(born, 12 * years) <= day else years - 1


def edge_day(pick: Pick, years: Sequence[int], *turns: date) -> date:
    """A day where a mistake would show: a leap day, an end of a month, or beside the first day of
    a law."""
    is_turn = bool(turns) and pick([True, False])
    if is_turn:
        return days_on(pick(turns), pick([-1, 0, 1]))
    year = pick(years)
    months = pick([(1, 1), (1, 31), (2, 28), (2, 29), (3, 1), (4, 30), (8, 31), (10, 15), (12, 31)])
    return date(year, months[0], min(months[1], monthrange(year, months[0])[1]))


def sentence(id: str, *, code: str, offended: date, on: date, kind: str, **more: object) -> Json:
    offense = {"code": code, "date": iso(offended), "flags": more.pop("flags", [])}
    return {"id": id, "offense": offense, "sentenced_on": iso(on), "kind": kind, **more}


def order(kind: str, made_on: date, **more: object) -> Json:
    return {"kind": kind, "made_on": iso(made_on), **more}
