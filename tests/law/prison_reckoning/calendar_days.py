"""Calendar arithmetic: terms, months, and days that do not count."""

from calendar import monthrange
from datetime import date, timedelta

Spans = list[tuple[date, date]]


def day_of(text: object) -> date | None:
    """The day a case file writes, or none."""
    return None if text is None else date.fromisoformat(str(text))


def add_months(day: date, months: int) -> date:
    """The same day of a later month; where the month is too short, its last day."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def months_of(term: dict[str, int]) -> int:
    """The whole months of a term; its odd days stand apart."""
    return 12 * term.get("years", 0) + term.get("months", 0)


def end_of_term(start: date, term: dict[str, int]) -> date:
    """Years and months in one step, then the days."""
    return add_months(start, months_of(term)) + timedelta(days=term.get("days", 0))


def month_of(day: date) -> int:
    """A month as a number, so that months can be counted."""
    return day.year * 12 + day.month


def united(spans: Spans) -> Spans:
    """Spans [first, end) without overlaps, in order."""
    whole: Spans = []
    for first, end in sorted(each for each in spans if each[0] < each[1]):
        if whole and first <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((first, end))
    return whole


class OpenError(Exception):
    """Dead time that lasts: the end cannot be dated."""


def put_off(end: date, *, start: date, dead: Spans) -> date:
    """The end, put off by each stretch of dead time that begins before it comes."""
    for first, last in dead:
        if last <= start:
            continue
        if max(first, start) >= end:
            break
        if last == date.max:
            raise OpenError
        end += last - max(first, start)
    return end
