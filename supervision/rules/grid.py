"""The level of answer that a grid presumes for a violation, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from timecomp.engine.parameters import Value, parameter
from timecomp.engine.standing import Standing

POLICY = "Default of the agency; edit it"
OURS = "The agency's own rule of its grid."
GRAVEST = 1
LEAST_LEVEL, MOST_LEVEL = 0, 5
CONFINEMENT_LEVEL = 4
REPORT_LEVEL = 5
AGGRAVATORS_COUNT = parameter(
    "supervision.grid_aggravators",
    title="Levels that aggravators add at most",
    unit="levels",
    module=__name__,
    values=[Value(None, 2, POLICY, Standing.INFERRED, OURS)],
)
MITIGATORS_COUNT = parameter(
    "supervision.grid_mitigators",
    title="Levels that mitigators take off at most",
    unit="levels",
    module=__name__,
    values=[Value(None, 1, POLICY, Standing.INFERRED, OURS)],
)
LEVELS = {
    0: "Talk",
    1: "Warning or assignment",
    2: "Added restriction or service",
    3: "Structured service or monitoring",
    4: "Confinement within the cap, approved by a supervisor",
    5: "Report to the court or board",
}


class Risk(StrEnum):
    """The columns of a grid."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: for a severity, or for one code where the grid is by code."""

    grid: str
    risk: Risk
    level: int
    since: date
    until: date | None
    citation: str
    standing: str
    severity: int | None = None
    code: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the cell is in force."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Question:
    """A violation as a grid asks for it."""

    code: str
    severity: int
    risk: Risk
    aggravators: int
    mitigators: int
    on: date


@dataclass(frozen=True, slots=True)
class Presumption:
    """The level that a grid presumes: its cell and each step from it."""

    cell: Cell
    level: int
    added: int
    taken_off: int


class NoCellError(LookupError):
    """No cell of the grid covers the violation; the message says which is missing."""


def presumption(cells: Iterable[Cell], asked: Question) -> Presumption:
    """Return the presumed level; a cell for the code goes before one for the severity.

    The gravest violations stay where they are: nothing is added or taken off.
    """
    cell = _cell(cells, asked)
    if asked.severity == GRAVEST:
        return Presumption(cell, cell.level, 0, 0)
    added = min(asked.aggravators, AGGRAVATORS_COUNT.on(asked.on).amount)
    taken_off = min(asked.mitigators, MITIGATORS_COUNT.on(asked.on).amount)
    level = min(max(cell.level + added - taken_off, LEAST_LEVEL), MOST_LEVEL)
    return Presumption(cell, level, added, taken_off)


def _cell(cells: Iterable[Cell], asked: Question) -> Cell:
    open_cells = [each for each in cells if each.risk is asked.risk and each.holds_on(asked.on)]
    by_code = [each for each in open_cells if each.code and each.code == asked.code]
    by_severity = [each for each in open_cells if each.severity == asked.severity]
    found = by_code or by_severity
    if not found:
        raise NoCellError(
            f"The grid has no cell for severity [{asked.severity}], risk [{asked.risk}] on"
            f" [{asked.on}]: add one in administration."
        )
    return max(found, key=lambda each: each.since)
