"""The grid that is in force and what it presumes for violations."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from supervision.choices.response import Grid
from supervision.models import GridCell, GridInForce, Incident, ResponseKind
from supervision.rules.grid import Cell, Presumption, Question, Risk, presumption

# Which column of a grid a level of supervision stands in, where no score says otherwise.
COLUMN_OF_LEVEL = {
    "high": Risk.HIGH,
    "maximum": Risk.HIGH,
    "medium": Risk.MEDIUM,
    "minimum": Risk.LOW,
    "limited": Risk.LOW,
    "unsupervised": Risk.LOW,
}


@dataclass(frozen=True, slots=True)
class Presumed:
    """What a grid presumes for the gravest violation of an answer, and its stored cell."""

    presumption: Presumption
    cell: GridCell
    code: str

    @property
    def level(self) -> int:
        """Return the presumed level."""
        return self.presumption.level


def column_for(level: str) -> Risk:
    """Return the column for a level of supervision; medium where none was set."""
    return COLUMN_OF_LEVEL.get(level, Risk.MEDIUM)


def grid_in_force(day: date) -> str:
    """Return the grid that the agency goes by on a day."""
    row = GridInForce.objects.filter(_in_force(day)).order_by("-since").first()
    return row.grid if row else Grid.SEVERITY


def cells_in_force(day: date) -> list[GridCell]:
    """List the cells of the grid in force; those by severity stand in where a code has none."""
    grids = {grid_in_force(day), Grid.SEVERITY.value}
    return list(GridCell.objects.filter(_in_force(day), grid__in=grids))


def presumed_for(incidents: Iterable[Incident], *, level: str, day: date) -> Presumed | None:
    """Return what is presumed for several violations together: the highest of them."""
    stored = {_cell(row): row for row in cells_in_force(day)}
    found = [
        Presumed(answer, stored[answer.cell], each.code_id)
        for each in incidents
        for answer in (presumption(stored, _question(each, level, day)),)
    ]
    return max(found, key=lambda each: each.level, default=None)


def kinds_of_answers(day: date, *, incentives: bool = False) -> list[ResponseKind]:
    """List the answers, or the incentives, of the catalogue, the lightest first."""
    return list(ResponseKind.objects.filter(_in_force(day), is_incentive=incentives))


def _question(incident: Incident, level: str, day: date) -> Question:
    return Question(
        code=incident.code_id,
        severity=incident.severity,
        risk=column_for(level),
        aggravators=len(incident.aggravators),
        mitigators=len(incident.mitigators),
        on=day,
    )


def _cell(row: GridCell) -> Cell:
    return Cell(
        grid=row.grid,
        risk=Risk(row.risk),
        level=row.level,
        since=row.since,
        until=row.until,
        citation=row.citation,
        standing=row.standing,
        severity=row.severity,
        code=row.code,
    )


def _in_force(day: date) -> Q:
    return Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gt=day))
