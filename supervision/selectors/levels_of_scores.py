"""Which level of supervision an assessment suggests, and which levels are one step from it."""

from dataclasses import dataclass
from datetime import date

from supervision.choices.risk import Direction
from supervision.models import InstrumentLevel, Scoring, ScoringOverride
from supervision.rules.instruments.words import words
from supervision.selectors.instruments import TITLES, in_force


@dataclass(frozen=True, slots=True)
class Suggested:
    """A level, the row that names it, and why."""

    level: str
    label: str
    why: str
    citation: str
    awaits_confirmation: bool


def suggested_level(
    scoring: Scoring, override: ScoringOverride | None, *, day: date
) -> Suggested | None:
    """Return the level that the result names on the day; nothing where no row names one."""
    result = override.to_level if override else scoring.level
    rows = in_force(InstrumentLevel, day).filter(instrument=scoring.instrument, result=result)
    row = rows.first() if result else None
    if row is None:
        return None
    title = TITLES.get(scoring.instrument, scoring.instrument)
    why = f"{title} of {scoring.scored_on:%b %d, %Y}: {words(result)}"
    if override is not None:
        why = f"{why} by override ({override.get_reason_code_display()})"
    return Suggested(row.level, row.get_level_display(), why, row.citation, row.awaits_confirmation)


def neighbors(scoring: Scoring) -> dict[str, Direction]:
    """Return the results one step closer and one step lighter than the score's own."""
    rows = in_force(InstrumentLevel, scoring.scored_on).filter(instrument=scoring.instrument)
    ranks = {row.result: row.rank for row in rows}
    own = ranks.get(scoring.level)
    if own is None:
        return {}
    return {
        result: Direction.UP if rank > own else Direction.DOWN
        for result, rank in ranks.items()
        if abs(rank - own) == 1
    }
