"""Days and times as people type them: read when there is one reading, refused when there are two.

``read_moment("fri 9", today=..., towards=Towards.FUTURE)`` is the coming Friday at 9 am;
``in_words`` writes a moment out, and what it writes reads back as the same moment.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, time, timedelta
from enum import Enum
from typing import Final

DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
SHORTEST_NAME: Final = 3
WEEK: Final = timedelta(days=7)
NOON: Final = 12
# An hour without am or pm is of the working day; from six to eight it may be either.
FIRST_MORNING_HOUR: Final = 8
LAST_AFTERNOON_HOUR: Final = 5
CENTURY: Final = 2000
# A bare number after a date is a year only near the present one.
NEAR_YEARS: Final = 5
# A weekday and a bare number may be that day of a month no farther off than this.
NEAR_DAYS: Final = timedelta(days=62)
LONGEST: Final = 60
DROPPED: Final = frozenset({"at", "on", "of", "the", "this"})
OFFSETS: Final = {"yesterday": -1, "today": 0, "tomorrow": 1}

_CLOCK = re.compile(r"\b(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)\b")
_COLON = re.compile(r"\b(\d{1,2}):(\d{2})\b")
_DOTTED = re.compile(r"(?<![\d./-])(\d{1,2})\.(\d{2})(?![\d./-])")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_PARTS = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?")


class Towards(Enum):
    """Where a day without a year lies: a contact was, an appointment will be."""

    PAST = -1
    FUTURE = 1


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A day, and the time of the day where one was given."""

    day: date
    at: time | None = None


class MomentError(ValueError):
    """What was typed is no day, or more than one; the message says what to type."""


def in_words(moment: Moment) -> str:
    """Write a moment out: ``Saturday, November 14, 2026, 2:00 pm``."""
    day = moment.day
    name, month = DAYS[day.weekday()].capitalize(), MONTHS[day.month - 1].capitalize()
    words = f"{name}, {month} {day.day}, {day.year:04}"
    return words if moment.at is None else f"{words}, {_clock_in_words(moment.at)}"


def read_moment(text: str, *, today: date, towards: Towards) -> Moment:
    """Return the one moment that the text names.

    Raises ``MomentError`` where it names none, or several: the message names them all.
    """
    if len(text) > LONGEST:
        raise MomentError("Type a day and a time, for example: 14 nov 2 pm.")
    try:
        readings = sorted(set(_Reader(today, towards).readings(text)), key=in_words)
    except OverflowError:
        readings = []
    if not readings:
        raise MomentError(f"[{text.strip()}] is no day we can read. Type it as: 14 nov 2 pm.")
    if len(readings) > 1:
        named = " or ".join(in_words(each) for each in readings)
        raise MomentError(f"[{text.strip()}] may be {named}. Type which you mean.")
    return readings[0]


def _clock_in_words(at: time) -> str:
    return f"{at.hour % NOON or NOON}:{at.minute:02} {'am' if at.hour < NOON else 'pm'}"


@dataclass(frozen=True, slots=True)
class _Reader:
    today: date
    towards: Towards

    def readings(self, text: str) -> Iterator[Moment]:
        """Yield each moment the text may name."""
        plain = re.sub(r"\b([ap])\.m\.?", r"\1m", text.lower()).replace(",", " ")
        plain = re.sub(r"\bnoon\b", "12:00 pm", plain)
        plain = re.sub(r"\bmidnight\b", "12:00 am", plain)
        for rest, times in _times_cut_out(plain):
            words = [word for word in rest.split() if word not in DROPPED]
            if times:
                days = set(self._days(words)) if words else {self.today}
                yield from (Moment(day, at) for day in days for at in times)
            else:
                yield from self._without_clock(words)

    def _without_clock(self, words: list[str]) -> Iterator[Moment]:
        if not words:
            return
        yield from (Moment(day) for day in self._days(words))
        if len(words) > 1 and re.fullmatch(r"\d{1,2}", words[-1]):
            times = _times_of_bare_hour(int(words[-1]), 0)
            yield from (Moment(day, at) for day in self._days(words[:-1]) for at in times)

    def _days(self, words: list[str]) -> Iterator[date]:
        """Yield each day that the words may name."""
        if len(words) == 1 and words[0] in OFFSETS:
            yield self.today + timedelta(days=OFFSETS[words[0]])
        yield from self._counted(words)
        weekday = _position(words[0], DAYS)
        if weekday is not None:
            yield from self._of_week(weekday, words[1:])
        elif len(words) == 2 and words[0] in ("last", "next"):  # noqa: PLR2004  a word and a day
            yield from self._last_or_next(words[0], _position(words[1], DAYS))
        else:
            yield from self._dated(words)

    def _counted(self, words: list[str]) -> Iterator[date]:
        found = re.fullmatch(r"(in )?(\d{1,3}) (day|week)s?( ago)?", " ".join(words))
        if found is None or bool(found[1]) == bool(found[4]):
            return
        length = timedelta(days=int(found[2])) * (WEEK.days if found[3] == "week" else 1)
        yield self.today + (length if found[1] else -length)

    def _of_week(self, weekday: int, words: list[str]) -> Iterator[date]:
        if not words:
            ahead = (weekday - self.today.weekday()) % WEEK.days
            coming = self.today + timedelta(days=ahead)
            if ahead == 0:
                yield self.today
            yield coming + WEEK * self._weeks_off(ahead)
            return
        number = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", " ".join(words))
        if number is not None:
            yield from self._near(weekday, int(number[1]))
            return
        for day in self._dated(words):
            if day.weekday() != weekday:
                raise MomentError(f"That day is {in_words(Moment(day))}. Type which you mean.")
            yield day

    def _weeks_off(self, ahead: int) -> int:
        if self.towards is Towards.PAST:
            return -1
        return 1 if ahead == 0 else 0

    def _near(self, weekday: int, number: int) -> Iterator[date]:
        step = timedelta(days=self.towards.value)
        day = self.today
        while abs(day - self.today) <= NEAR_DAYS:
            if day.day == number and day.weekday() == weekday:
                yield day
            day += step

    def _last_or_next(self, word: str, weekday: int | None) -> Iterator[date]:
        if weekday is None:
            return
        ahead = (weekday - self.today.weekday()) % WEEK.days or WEEK.days
        coming = self.today + timedelta(days=ahead)
        if word == "last":
            yield coming - WEEK if coming - WEEK < self.today else coming - 2 * WEEK
            return
        # Some say it of the coming one, some of the one a week later.
        yield from (coming, coming + WEEK)

    def _dated(self, words: list[str]) -> Iterator[date]:
        joined = " ".join(words)
        if found := _ISO.fullmatch(joined):
            yield from _existing(int(found[1]), int(found[2]), int(found[3]))
        elif found := _PARTS.fullmatch(joined):
            yield from self._month_first(int(found[1]), int(found[2]), found[3])
        elif found := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})(?: (\d+))?", joined):
            yield from self._named(found[2], int(found[1]), found[3])
        elif found := re.fullmatch(r"([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)?(?: (\d+))?", joined):
            yield from self._named(found[1], int(found[2]), found[3])

    def _month_first(self, first: int, second: int, year: str | None) -> Iterator[date]:
        # As in Michigan: the month comes first, unless it can be no month.
        month, number = (first, second) if first <= len(MONTHS) else (second, first)
        yield from self._of_year(month, number, year)

    def _named(self, name: str, number: int, year: str | None) -> Iterator[date]:
        month = _position(name, MONTHS)
        if month is not None:
            yield from self._of_year(month + 1, number, year)

    def _of_year(self, month: int, number: int, year: str | None) -> Iterator[date]:
        if year is None:
            yield from self._in_nearest_year(month, number)
        elif len(year) == len(str(CENTURY)):
            yield from _existing(int(year), month, number)
        elif len(year) == 2 and abs(CENTURY + int(year) - self.today.year) <= NEAR_YEARS:  # noqa: PLR2004  26 for 2026
            yield from _existing(CENTURY + int(year), month, number)

    def _in_nearest_year(self, month: int, number: int) -> Iterator[date]:
        step = self.towards.value
        # A leap day may be eight years off.
        for year in range(self.today.year, self.today.year + 9 * step, step):
            for day in _existing(year, month, number):
                if (day - self.today) * step >= timedelta(0):
                    yield day
                    return


def _times_cut_out(text: str) -> Iterator[tuple[str, tuple[time, ...]]]:
    """Yield the text without its time, with the times that it may mean; all readings in turn."""
    if found := _CLOCK.search(text):
        yield _without(text, found), _times_of_clock(int(found[1]), int(found[2] or 0), found[3])
    elif found := _COLON.search(text):
        if len(found[1]) == 2 or int(found[1]) > NOON:  # noqa: PLR2004  two digits: 09:30
            times = _times_of_day(int(found[1]), int(found[2]))
        else:
            times = _times_of_bare_hour(int(found[1]), int(found[2]))
        yield _without(text, found), times
    else:
        yield text, ()
        if found := _DOTTED.search(text):
            yield _without(text, found), _times_of_bare_hour(int(found[1]), int(found[2]))


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"


def _times_of_clock(hour: int, minute: int, half: str) -> tuple[time, ...]:
    if not 1 <= hour <= NOON:
        return ()
    return _times_of_day(hour % NOON + (NOON if half == "pm" else 0), minute)


def _times_of_day(hour: int, minute: int) -> tuple[time, ...]:
    try:
        return (time(hour, minute),)
    except ValueError:
        return ()


def _times_of_bare_hour(hour: int, minute: int) -> tuple[time, ...]:
    if hour == 0 or hour >= NOON:
        return _times_of_day(hour, minute)
    morning, afternoon = _times_of_day(hour, minute), _times_of_day(hour + NOON, minute)
    if hour <= LAST_AFTERNOON_HOUR:
        return afternoon
    return morning if hour >= FIRST_MORNING_HOUR else (*morning, *afternoon)


def _position(word: str, names: tuple[str, ...]) -> int | None:
    """Return where the name stands that the word begins; three letters are enough."""
    if len(word) < SHORTEST_NAME:
        return None
    return next((at for at, name in enumerate(names) if name.startswith(word)), None)


def _existing(year: int, month: int, number: int) -> Iterator[date]:
    if MINYEAR <= year <= MAXYEAR:
        try:
            yield date(year, month, number)
        except ValueError:
            return
