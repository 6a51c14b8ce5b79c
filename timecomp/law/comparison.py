"""Which dates two cases of one person give differently, and the fewest facts that explain each.

The law is asked again with one change at a time: whatever single fact moves a date all the way is
its cause; where none does, two together, and then as few as can be.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from itertools import combinations

from timecomp.law.changes import Change, changes_between, with_changes
from timecomp.law.facts import Case
from timecomp.law.results import Result, SentenceResult

OFFENDER_DATES = ("earliest_release_date", "maximum_discharge_date", "parole_discharge_date")
NO_DATES = {"id", "regime", "credits", "disciplinary_time_days"}
SENTENCE_DATES = tuple(each.name for each in fields(SentenceResult) if each.name not in NO_DATES)
# Beyond so many changes pairs are not tried one by one.
MOST_PAIRED = 10
# After so many trials what has not been ruled out is named as it stands.
MOST_TRIALS = 400


@dataclass(frozen=True, slots=True, order=True)
class DateKey:
    """One date: its name and the sentence it belongs to, empty for the person as a whole."""

    sentence: str
    name: str


Dates = Mapping[DateKey, date | None]
Evaluate = Callable[[Case], Result]


@dataclass(frozen=True, slots=True)
class Explained:
    """A date that moved, and the fewest changes that together move it."""

    key: DateKey
    before: date | None
    after: date | None
    causes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every date that moved between two cases, and every fact in which they differ."""

    moves: tuple[Explained, ...]
    changes: tuple[Change, ...]


def dates_of(result: Result) -> dict[DateKey, date | None]:
    """Every date of a result by its key."""
    dates = {DateKey("", name): getattr(result.offender, name) for name in OFFENDER_DATES}
    for sentence in result.sentences:
        for name in SENTENCE_DATES:
            dates[DateKey(sentence.id, name)] = getattr(sentence, name)
    return dates


def moved(before: Dates, after: Dates) -> list[DateKey]:
    """The dates that are not the same; those of the person as a whole come first."""
    keys = dict.fromkeys((*before, *after))
    return [key for key in keys if before.get(key) != after.get(key)]


def compare(before: Case, after: Case, *, evaluate: Evaluate) -> Comparison:
    """Put both cases to the law of today and explain each date that moved."""
    changes = changes_between(before, after)
    trials = _Trials(before, changes, evaluate)
    first, last = dates_of(evaluate(before)), dates_of(evaluate(after))
    moves = tuple(
        Explained(
            key=key,
            before=first.get(key),
            after=last.get(key),
            causes=tuple(changes[n] for n in trials.fewest(key, last.get(key))),
        )
        for key in moved(first, last)
    )
    return Comparison(moves, changes)


class _Trials:
    """The first case with some of the changes made, each trial run once."""

    def __init__(self, before: Case, changes: Sequence[Change], evaluate: Evaluate) -> None:
        self._before = before
        self._changes = changes
        self._evaluate = evaluate
        self._known: dict[tuple[int, ...], Dates] = {}

    def fewest(self, key: DateKey, goal: date | None) -> tuple[int, ...]:
        """The fewest changes that lead the date to its goal: one, else two, else none too many."""
        every = tuple(range(len(self._changes)))
        sizes = (1, 2) if len(every) <= MOST_PAIRED else (1,)
        for size in sizes:
            for some in combinations(every, size):
                if self._reaches(some, key, goal):
                    return some
        return self._without_the_needless(every, key, goal)

    def _without_the_needless(
        self, some: tuple[int, ...], key: DateKey, goal: date | None
    ) -> tuple[int, ...]:
        for each in some:
            if len(self._known) >= MOST_TRIALS:
                break
            fewer = tuple(n for n in some if n != each)
            if self._reaches(fewer, key, goal):
                return self._without_the_needless(fewer, key, goal)
        return some

    def _reaches(self, some: tuple[int, ...], key: DateKey, goal: date | None) -> bool:
        dates = self._known.get(some)
        if dates is None:
            case = with_changes(self._before, [self._changes[n] for n in some])
            dates = self._known[some] = dates_of(self._evaluate(case)) if case.sentences else {}
        return key in dates and dates[key] == goal if goal else dates.get(key) == goal
