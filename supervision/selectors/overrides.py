"""Overrides that wait for a decision, and how often each office overrides."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from offenders.selectors.reading import Reading
from ots.access.fields import Masked
from ots.access.scopes import in_scope
from supervision.choices.risk import Direction, OverrideState
from supervision.models import Scoring, ScoringOverride
from supervision.rules.policy import OVERRIDES_BACK, back
from supervision.selectors.instruments import TITLES

PERCENT = 100


@dataclass(frozen=True, slots=True)
class Waiting:
    """An override that waits, with its person."""

    override: object
    person: Masked
    title: str


@dataclass(frozen=True, slots=True)
class OverrideRate:
    """How often an office overrides, which way."""

    office: str
    scored: int
    up: int
    down: int

    @property
    def percent(self) -> int:
        """Return the share of assessments with an approved override."""
        return round(PERCENT * (self.up + self.down) / self.scored) if self.scored else 0


def overrides_waiting(reading: Reading) -> list[Waiting]:
    """Return overrides within reach that nobody has decided, the oldest first."""
    if not reading.sees(ScoringOverride, "explanation"):
        return []
    rows = in_scope(reading.viewer, ScoringOverride.objects.all(), person="person").filter(
        superseded_at=None, state=OverrideState.ASKED
    )
    return [
        Waiting(
            reading.masked(row),
            reading.masked(row.person),
            TITLES.get(row.scoring.instrument, row.scoring.instrument),
        )
        for row in rows.select_related("person", "scoring", "asked_by").order_by("asked_on", "pk")
    ]


def override_rates(reading: Reading, *, today: date) -> list[OverrideRate]:
    """Return how often each office within reach overrode lately: two queries."""
    if not reading.sees(Scoring, "scores"):
        return []
    since = back(today, OVERRIDES_BACK)
    scorings = in_scope(reading.viewer, Scoring.objects.all(), person="person").filter(
        superseded_at=None, scored_on__gte=since, missing=[]
    )
    overrides = ScoringOverride.objects.filter(
        superseded_at=None, state=OverrideState.APPROVED, scoring__in=scorings
    )
    scored = Counter(scorings.values_list("person__office__name", flat=True))
    ways = Counter(overrides.values_list("person__office__name", "direction"))
    return [
        OverrideRate(
            office=name or "No office",
            scored=number,
            up=ways.get((name, Direction.UP.value), 0),
            down=ways.get((name, Direction.DOWN.value), 0),
        )
        for name, number in sorted(scored.items(), key=lambda each: str(each[0]))
    ]


def standing_override(reading: Reading, person_id: int, override_id: int) -> int | None:
    """Return the key of the assessment that the override is about; nothing where none stands."""
    if not reading.sees(ScoringOverride, "explanation"):
        return None
    rows = in_scope(reading.viewer, ScoringOverride.objects.all(), person="person").filter(
        person_id=person_id, pk=override_id, superseded_at=None
    )
    return rows.values_list("scoring_id", flat=True).first()
