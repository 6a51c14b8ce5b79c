"""The terms of a case as a drawing on a line of time: what ran when, and where each date falls.

Only days and words are settled here; places are given in hundredths of the width, so that the
drawing fits any screen and any page.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from timecomp.engine.dates import days_excluding_first
from timecomp.law.facts import Case, CustodyKind, Sentence
from timecomp.law.results import Result, SentenceResult
from timecomp.law.topics import CALENDAR_TOPIC, NET_TOPIC, End

MOST_TICKS = 6
YEARS_BETWEEN_TICKS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
WHOLE_WIDTH = 100.0
# So much of the width stays free on the right of an end that has no date.
LIFE_SHARE = 4
AWAY = (CustodyKind.ESCAPE, CustodyKind.DELINQUENT)
HELD = (CustodyKind.JAIL, CustodyKind.PRISON)


class About(StrEnum):
    """What kind of fact a lane shows, so that it can be withheld."""

    TIME = "time"
    LEGAL = "legal"
    CUSTODY = "custody"
    SUPERVISION = "supervision"


class Kind(StrEnum):
    """What a bar stands for."""

    MINIMUM = "minimum"
    MAXIMUM = "maximum"
    CREDIT = "credit"
    JAIL_CREDIT = "jail_credit"
    CUSTODY = "custody"
    DEAD_TIME = "dead_time"
    PAROLE = "parole"
    LIFE = "life"


@dataclass(frozen=True, slots=True)
class Span:
    """Days of one kind, in words; ``last`` is None where no end is known."""

    kind: Kind
    words: str
    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class Lane:
    """One line of the drawing with its name."""

    name: str
    about: About
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A day that matters, by its name."""

    name: str
    day: date


@dataclass(frozen=True, slots=True)
class Picture:
    """All lanes and marks, and the days between which they lie."""

    first: date
    last: date
    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]

    def place(self, day: date | None) -> float:
        """Where the day lies, in hundredths of the width; no day is the right edge."""
        if day is None:
            return WHOLE_WIDTH
        whole = max(1, days_excluding_first(self.first, self.last))
        share = WHOLE_WIDTH * days_excluding_first(self.first, day) / whole
        return round(min(WHOLE_WIDTH, max(0.0, share)), 2)

    @property
    def ticks(self) -> tuple[date, ...]:
        """The first days of years by which a reader finds the way; seldom enough for a phone."""
        years = self.last.year - self.first.year
        step = next(each for each in YEARS_BETWEEN_TICKS if years / each <= MOST_TICKS)
        begin = self.first.year + (-self.first.year) % step
        days = (date(year, 1, 1) for year in range(begin, self.last.year + 1, step))
        return tuple(day for day in days if self.first <= day <= self.last)


def picture(case: Case, result: Result) -> Picture | None:
    """The drawing of a computed case whose result keeps its steps; None where nothing has a
    date."""
    lanes = [lane for lane in _lanes(case, result) if lane.spans]
    if not any(lane.about is About.TIME for lane in lanes):
        return None
    marks = _marks(result)
    days = [*_days(lanes), *(mark.day for mark in marks)]
    first, last = min(days), max(days)
    if any(span.last is None for lane in lanes for span in lane.spans):
        last = _later(first, last)
    return Picture(first, last, tuple(lanes), marks)


def _days(lanes: Iterable[Lane]) -> Iterator[date]:
    for lane in lanes:
        for span in lane.spans:
            yield span.first
            if span.last is not None:
                yield span.last


def _later(first: date, last: date) -> date:
    """Some room to the right for what has no end."""
    days = days_excluding_first(first, last) // LIFE_SHARE + 1
    return date.fromordinal(min(last.toordinal() + days, date.max.toordinal()))


def _lanes(case: Case, result: Result) -> Iterator[Lane]:
    sentences = {sentence.id: sentence for sentence in case.sentences}
    for each in result.sentences:
        yield _jail_credit(sentences[each.id], each)
        for end in End:
            name = f"Sentence {each.id}, {end.value}"
            yield Lane(name, About.TIME, tuple(_end(result, sentences[each.id], each, end)))
    yield Lane("Jail and prison", About.CUSTODY, tuple(_custody(case, HELD, Kind.CUSTODY)))
    yield Lane("Time away that does not count", About.CUSTODY, tuple(_away(case)))
    yield Lane("Violations of parole", About.SUPERVISION, tuple(_violations(case)))
    yield Lane("Parole", About.SUPERVISION, tuple(_parole(case, result)))


def _jail_credit(sentence: Sentence, result: SentenceResult) -> Lane:
    """The days before the sentence that count as served on it."""
    spans: tuple[Span, ...] = ()
    if result.start is not None and result.start < sentence.sentenced_on and not _follows(sentence):
        spans = (Span(Kind.JAIL_CREDIT, "Jail credit", result.start, sentence.sentenced_on),)
    return Lane(f"Sentence {sentence.id}, credit for jail", About.LEGAL, spans)


def _follows(sentence: Sentence) -> bool:
    return bool(sentence.consecutive_to or sentence.replaces)


def _end(result: Result, sentence: Sentence, dates: SentenceResult, end: End) -> Iterator[Span]:
    net = getattr(dates, NET_TOPIC[end].value)
    calendar = getattr(dates, CALENDAR_TOPIC[end].value)
    start = _start(result, dates, end)
    if start is None:
        return
    if net is None:
        if end is End.MAXIMUM and sentence.maximum == "life":
            yield Span(Kind.LIFE, "Life", start, None)
        return
    kind = Kind.MINIMUM if end is End.MINIMUM else Kind.MAXIMUM
    yield Span(kind, f"{end.value.capitalize()} to serve", start, net)
    if calendar is not None and calendar > net:
        yield Span(Kind.CREDIT, "Taken off by credits", net, calendar)


def _start(result: Result, dates: SentenceResult, end: End) -> date | None:
    """From where that end ran: each of the two chains has its own start."""
    for topic in (NET_TOPIC[end], CALENDAR_TOPIC[end]):
        for step in result.trace:
            start = step.inputs.get("start")
            if step.sentence == dates.id and step.topic == topic and isinstance(start, date):
                return start
    return dates.start


def _custody(case: Case, kinds: Iterable[CustodyKind], kind: Kind) -> Iterator[Span]:
    told = {(each.kind, each.from_, each.to) for each in case.custody if each.kind in kinds}
    for custody, first, last in sorted(told, key=lambda each: each[1]):
        words = custody.value.replace("_", " ").capitalize()
        yield Span(kind, words, first, last if last is not None else case.as_of)


def _away(case: Case) -> Iterator[Span]:
    return _custody(case, AWAY, Kind.DEAD_TIME)


def _violations(case: Case) -> Iterator[Span]:
    """From the day a violation was declared to the day the person could be had back."""
    for parole in case.parole:
        for violation in parole.violations:
            last = violation.available_on or case.as_of
            yield Span(Kind.DEAD_TIME, "Violation of parole", violation.declared_on, last)


def _parole(case: Case, result: Result) -> Iterator[Span]:
    paroles = sorted(case.parole, key=lambda each: each.released_on)
    for place, parole in enumerate(paroles):
        following = [each.released_on for each in paroles[place + 1 :]]
        returned = [
            span.from_
            for span in case.custody
            if span.kind is CustodyKind.PRISON and span.from_ > parole.released_on
        ]
        known = [*following, *returned]
        last = min(known) if known else result.offender.parole_discharge_date or case.as_of
        if last is None or last >= parole.released_on:
            yield Span(Kind.PAROLE, "On parole", parole.released_on, last)


def _marks(result: Result) -> tuple[Mark, ...]:
    offender = result.offender
    named = (
        ("Facts as of", result.as_of),
        ("Earliest release date", offender.earliest_release_date),
        ("Parole discharge date", offender.parole_discharge_date),
        ("Maximum discharge date", offender.maximum_discharge_date),
    )
    return tuple(Mark(name, day) for name, day in named if day is not None)
