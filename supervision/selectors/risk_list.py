"""The assessments of a person in a list, with results of other tools."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from offenders.selectors.reading import Reading
from ots.access.scopes import in_scope
from supervision.models import RiskAssessment, Scoring
from supervision.rules.instruments.words import words
from supervision.selectors.instruments import KEYS, TITLES
from supervision.selectors.scorings import result_of, sees_scores

RESULTS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Line:
    """One assessment in a list."""

    scoring: object
    key: int
    title: str
    result: str
    scores: str
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class RiskShown:
    """A person's assessments, results of other tools, and what may be assessed."""

    lines: tuple[Line, ...]
    results: Sequence[object]
    instruments: tuple[tuple[str, str], ...]


def risk_of(reading: Reading, person_id: int, *, today: date) -> RiskShown:
    """Return the assessments of a person, the newest first: two queries, however many."""
    found = tuple(_lines(reading, person_id, today)) if sees_scores(reading) else ()
    rows = in_scope(reading.viewer, RiskAssessment.objects.all(), person="person").filter(
        person_id=person_id, superseded_at=None
    )
    results = (
        [reading.masked(row) for row in rows[:RESULTS_SHOWN]]
        if reading.sees(RiskAssessment, "score")
        else []
    )
    return RiskShown(found, results, tuple((key, TITLES[key]) for key in KEYS))


def _lines(reading: Reading, person_id: int, today: date) -> Iterator[Line]:
    rows = in_scope(reading.viewer, Scoring.objects.all(), person="person").filter(
        person_id=person_id, superseded_at=None
    )
    seen: set[str] = set()
    for row in rows.select_related("recorded_by"):
        newest = row.instrument not in seen
        seen.add(row.instrument)
        yield Line(
            scoring=reading.masked(row),
            key=row.pk,
            title=TITLES.get(row.instrument, row.instrument),
            result=result_of(row, None),
            scores=", ".join(f"{words(name)} {value}" for name, value in _main(row).items()),
            is_overdue=newest and row.next_due_on is not None and row.next_due_on < today,
        )


def _main(scoring: Scoring) -> Mapping[str, Any]:
    """The total where there is one, else every scale."""
    scores: Mapping[str, Any] = scoring.scores
    return {"total": scores["total"]} if "total" in scores else scores
