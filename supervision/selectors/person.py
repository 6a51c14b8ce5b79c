"""One person's supervision and risk in short."""

from dataclasses import dataclass

from offenders.selectors.reading import Reading
from ots.access.fields import mask, may_access
from ots.access.scopes import in_scope
from supervision.models import LevelPeriod, RiskAssessment, SupervisionPeriod

SCORES_SHOWN = 4


@dataclass(frozen=True, slots=True)
class SupervisionInShort:
    """Running terms of supervision, the level and the newest risk scores, as read objects."""

    periods: list[object]
    level: object | None
    assessments: list[object]


def supervision_in_short(reading: Reading, person_id: int) -> SupervisionInShort:
    """Return what the viewer may see of supervision and risk: three queries at most."""
    return SupervisionInShort(
        periods=_periods(reading, person_id),
        level=running_level(reading, person_id),
        assessments=_assessments(reading, person_id),
    )


def running_level(reading: Reading, person_id: int) -> object | None:
    """Return the level that holds, as the viewer may see it."""
    if not may_access(reading.viewer, LevelPeriod, "level"):
        return None
    rows = in_scope(reading.viewer, LevelPeriod.objects.all(), person="person").filter(
        person_id=person_id, superseded_at__isnull=True, ended_on__isnull=True
    )
    row = rows.select_related("approved_by").first()
    return None if row is None else mask(reading.viewer, row, seen=reading.seen)


def _periods(reading: Reading, person_id: int) -> list[object]:
    if not may_access(reading.viewer, SupervisionPeriod, "began_on"):
        return []
    rows = in_scope(reading.viewer, SupervisionPeriod.objects.all(), person="person").filter(
        person_id=person_id, superseded_at__isnull=True, ended_on__isnull=True
    )
    return [mask(reading.viewer, row, seen=reading.seen) for row in rows]


def _assessments(reading: Reading, person_id: int) -> list[object]:
    if not may_access(reading.viewer, RiskAssessment, "score"):
        return []
    rows = in_scope(reading.viewer, RiskAssessment.objects.all(), person="person").filter(
        person_id=person_id, superseded_at__isnull=True
    )
    return [mask(reading.viewer, row, seen=reading.seen) for row in rows[:SCORES_SHOWN]]
