"""A person's supervision at a glance."""

from dataclasses import dataclass
from datetime import date

from offenders.selectors.reading import Reading
from ots.access.fields import Masked, may_access
from ots.access.scopes import in_scope
from supervision.choices.period import AssignmentRole
from supervision.models import Assignment, SupervisionPeriod
from supervision.rules.counting import LATE
from supervision.rules.obligations import ObligationState
from supervision.selectors.conditions import ConditionList, conditions_of
from supervision.selectors.flags import Flag, flags_of
from supervision.selectors.levels import LevelHistory, level_history
from supervision.selectors.obligations import DueLine, WhatIsDue, what_is_due
from supervision.selectors.offers import OfferShown, open_offer_of

DUE_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Overview:
    """How the person is supervised, why so, by whom, and what is next."""

    periods: tuple[Masked, ...]
    assignment: Masked | None
    levels: LevelHistory
    conditions: ConditionList
    due: WhatIsDue
    flags: tuple[Flag, ...]
    offer: OfferShown | None

    @property
    def late(self) -> int:
        """Return how much is late or overdue."""
        return sum(line.state in LATE for line in self.due.lines)

    @property
    def due_tone(self) -> str:
        """Return how grave that is."""
        if any(line.state is ObligationState.OVERDUE for line in self.due.lines):
            return "bad"
        return "warn" if self.late else "plain"

    @property
    def due_note(self) -> str:
        """Say when the next thing is due."""
        days = [day for line in self.due.lines if isinstance(day := line.row.due_on, date)]
        if not days:
            return "Nothing is due"
        day = min(days)
        return f"Of {len(self.due.lines)}; first due {day:%b} {day.day}"

    @property
    def next_lines(self) -> tuple[DueLine, ...]:
        """Return the most pressing of what is due."""
        return self.due.lines[:DUE_SHOWN]

    @property
    def conditions_note(self) -> str:
        """Say of how many the person has no notice yet."""
        untold = len(self.conditions.untold)
        return f"{untold} without notice" if untold else "in force"

    @property
    def level_tone(self) -> str:
        """Return a warning where the level is closer than the scores name."""
        return "warn" if self.levels.is_above_named else "plain"


def overview_of(reading: Reading, person_id: int, *, today: date) -> Overview:
    """Return what the viewer may see of it, in a constant number of queries."""
    levels = level_history(reading, person_id, today=today)
    return Overview(
        periods=_periods(reading, person_id, today),
        assignment=_assignment(reading, person_id),
        levels=levels,
        conditions=conditions_of(reading, person_id, today=today),
        due=what_is_due(reading, person_id, today=today),
        flags=flags_of(reading, person_id, today=today, levels=levels),
        offer=open_offer_of(reading, person_id),
    )


def _periods(reading: Reading, person_id: int, today: date) -> tuple[Masked, ...]:
    if not may_access(reading.viewer, SupervisionPeriod, "began_on"):
        return ()
    rows = in_scope(reading.viewer, SupervisionPeriod.objects.all(), person="person").filter(
        person_id=person_id, superseded_at__isnull=True
    )
    running = [row for row in rows if row.ended_on is None or row.ended_on > today]
    return tuple(reading.masked(row) for row in running)


def _assignment(reading: Reading, person_id: int) -> Masked | None:
    if not may_access(reading.viewer, Assignment, "agent"):
        return None
    rows = in_scope(reading.viewer, Assignment.objects.all(), person="person").filter(
        person_id=person_id,
        superseded_at__isnull=True,
        ended_on__isnull=True,
        role=AssignmentRole.PRIMARY,
    )
    row = rows.select_related("agent", "office").first()
    return None if row is None else reading.masked(row)
