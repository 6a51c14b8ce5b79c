"""Two computations of a person side by side: which dates moved, and what made the difference."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from offenders.selectors.reading import Reading
from ots.access.categories import Category
from ots.access.scopes import in_scope
from timecomp.law.changes import Change
from timecomp.law.comparison import Comparison, DateKey, Explained, compare, dates_of, moved
from timecomp.law.facts import Case
from timecomp.law.results import Result
from timecomp.models import Computation
from timecomp.selectors.cases import RecordedCase
from timecomp.selectors.evaluation import evaluate, evaluate_case
from timecomp.selectors.frozen import OFFENDER_DATES, SENTENCE_DATES, thaw_facts
from timecomp.selectors.history import COMPUTATIONS_SHOWN, in_words
from timecomp.selectors.words import DATE_WORDS

C = Category
# Who may be told of a change: those who see every kind of fact that it may name.
TOLD_TO: Mapping[str, tuple[Category, ...]] = {
    "sentence": (C.LEGAL,),
    "offense.flags": (C.LEGAL, C.VICTIM),
    "custody": (C.CUSTODY,),
    "misconduct": (C.CUSTODY,),
    "credit_awards": (C.TIME,),
    "forfeitures": (C.TIME,),
    "restorations": (C.TIME,),
    "parole": (C.SUPERVISION, C.WARRANT),
    "orders": (C.LEGAL, C.SUPERVISION, C.MEDICAL, C.WARRANT, C.SUBSTANCE_USE),
    "decisions": (C.LEGAL, C.CUSTODY, C.SUPERVISION, C.TIME),
    "birth_date": (C.IDENTITY,),
    "options": (C.TIME,),
    "as_of": (C.TIME,),
}
WITHHELD = "a fact that your role does not include"
LAW_CHANGED = "the law book changed between the two"
GAPS_CHANGED = "what the record lacked of a sentence is different"
UNEXPLAINED = "no single fact or rule that is on record explains it"


@dataclass(frozen=True, slots=True)
class Compared:
    """One of the two computations, and how it is chosen."""

    number: int
    computed_at: datetime
    cause: str
    prompted_by: str
    law_version: str
    as_of: date


@dataclass(frozen=True, slots=True)
class ToldMove:
    """One date that moved and the sentence that says why."""

    sentence: str
    label: str
    before: date | None
    after: date | None
    because: tuple[str, ...]

    @property
    def days(self) -> int | None:
        """How many days later it is; below nought is earlier."""
        if self.before is None or self.after is None:
            return None
        return (self.after - self.before).days

    @property
    def shift(self) -> str:
        """How it moved, in words."""
        if self.days is None:
            return "is given now" if self.after else "is no longer given"
        unit = "day" if abs(self.days) == 1 else "days"
        return f"{abs(self.days):,} {unit} {'later' if self.days > 0 else 'earlier'}"

    @property
    def why(self) -> str:
        """The causes as one clause."""
        return "; and ".join(self.because)

    @property
    def told_with(self) -> tuple[str, str]:
        """What moves are told together: those of one sentence for one reason."""
        return (self.sentence, self.why)


@dataclass(frozen=True, slots=True)
class ToldComparison:
    """Two computations, the dates that moved between them, and the facts that differ."""

    choices: tuple[Compared, ...]
    older: Compared
    newer: Compared
    moves: tuple[ToldMove, ...]
    changes: tuple[str, ...]


def person_comparison(
    reading: Reading, person_id: int, *, older: int | None, newer: int | None
) -> ToldComparison | None:
    """Compare two computations of a person in reach; None where there are not two.

    Without numbers the newest is compared with the one before it.
    """
    if not (reading.sees(Computation, "facts") and reading.sees(Computation, "moved")):
        return None
    stored = in_scope(reading.viewer, Computation.objects.all(), person="person")
    rows = list(stored.filter(person_id=person_id).defer("facts", "results")[:COMPUTATIONS_SHOWN])
    chosen = _chosen([row.pk for row in rows], older, newer)
    if chosen is None:
        return None
    full = stored.in_bulk(chosen)
    before, after = full[chosen[0]], full[chosen[1]]
    moves, changes = _told(reading, before, after)
    return ToldComparison(
        choices=tuple(_compared(row) for row in rows),
        older=_compared(before),
        newer=_compared(after),
        moves=moves,
        changes=changes,
    )


def _chosen(numbers: list[int], older: int | None, newer: int | None) -> tuple[int, int] | None:
    """The older and the newer of the two; both must be among those listed, newest first."""
    if len(numbers) < 2:  # noqa: PLR2004  two are compared
        return None
    last = numbers[0] if newer is None else newer
    if last not in numbers:
        return None
    following = numbers[numbers.index(last) + 1 :] or [last]
    first = following[0] if older is None else older
    return (first, last) if first in numbers else None


def _compared(row: Computation) -> Compared:
    return Compared(
        number=row.pk,
        computed_at=row.computed_at,
        cause=row.get_cause_display(),
        prompted_by=in_words(row.prompted_by),
        law_version=row.law_version,
        as_of=row.as_of,
    )


def _told(
    reading: Reading, before: Computation, after: Computation
) -> tuple[tuple[ToldMove, ...], tuple[str, ...]]:
    was, now = _recorded(before), _recorded(after)
    explained = compare(was.case, now.case, evaluate=_without_trace)
    law = _law_moved(before, after, was, now)
    moves = []
    stored = {row.pk: _stored_dates(row) for row in (before, after)}
    for key in moved(stored[before.pk], stored[after.pk]):
        because = _because(reading, key, explained, law_changed=key in law)
        if not key.sentence and was.gaps != now.gaps:
            because = (*because, GAPS_CHANGED)
        moves.append(
            ToldMove(
                sentence=key.sentence,
                label=DATE_WORDS[key.name],
                before=stored[before.pk].get(key),
                after=stored[after.pk].get(key),
                because=because or (UNEXPLAINED,),
            )
        )
    changes = (told(reading, change) for change in explained.changes)
    return tuple(moves), tuple(dict.fromkeys(changes))


def _because(
    reading: Reading, key: DateKey, explained: Comparison, *, law_changed: bool
) -> tuple[str, ...]:
    found: Explained | None = next((each for each in explained.moves if each.key == key), None)
    causes = () if found is None else found.causes
    words = dict.fromkeys(told(reading, change) for change in causes)
    return (*words, LAW_CHANGED) if law_changed else tuple(words)


def told(reading: Reading, change: Change) -> str:
    """Return the words of a change, or that a fact is withheld."""
    group = change.about.split(".", maxsplit=1)[0]
    group = "sentence" if group == "offense" else group
    asked = TOLD_TO.get(change.about) or TOLD_TO.get(group)
    if asked is None or not all(reading.sees_category(category) for category in asked):
        return WITHHELD
    return change.words


def _law_moved(
    before: Computation, after: Computation, was: RecordedCase, now: RecordedCase
) -> set[DateKey]:
    """The dates that today's law book gives otherwise than the book by which they were stored."""
    if before.law_version == after.law_version:
        return set()
    differing: set[DateKey] = set()
    for row, recorded in ((before, was), (after, now)):
        differing.update(moved(_stored_dates(row), dates_of(evaluate(recorded))))
    return differing


def _recorded(row: Computation) -> RecordedCase:
    return thaw_facts(row.facts, person_id=row.person_id, as_of=row.as_of)


def _without_trace(case: Case) -> Result:
    return evaluate_case(case)


def _stored_dates(row: Computation) -> dict[DateKey, date | None]:
    dates: dict[DateKey, date | None] = {
        DateKey("", name): getattr(row, name) for name in OFFENDER_DATES
    }
    for sentence in row.results["sentences"]:
        for name in SENTENCE_DATES:
            found = sentence.get(name)
            day = date.fromisoformat(found) if found else None
            dates[DateKey(sentence["id"], name)] = day
    return dates
