"""The first rows of the catalogues of violations; administrators change them afterwards."""

import csv
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from supervision.choices.response import Grid, RiskColumn
from supervision.models import GridCell, GridInForce, ResponseKind, ViolationCode
from supervision.rules.grid import REPORT_LEVEL
from supervision.rules.violation_codes import CODES_TABLE, violation_codes
from timecomp.engine.standing import Standing

DATA: Final = Path(__file__).parent / "data"
SINCE: Final = date(2021, 4, 1)
CODES_CITATION: Final = (
    "Own code list after published lists of Pennsylvania, Arkansas and Idaho; severity proposed"
)
GRID_CITATION: Final = "Proposed, from the levels of Idaho's response matrix; the agency decides"
IDAHO_CITATION: Final = "Idaho Department of Correction, response matrix"
KINDS_CITATION: Final = "Own catalogue, after those of Pennsylvania and Arkansas"
ASKS_ABILITY_TO_PAY: Final = frozenset({"V604", "V605", "V606", "V607"})
# Three levels as Idaho prints them, low to high risk.
THREE_LEVELS: Final = re.compile(r"^(\d)/(\d)/(\d)")
TO_THE_BOARD: Final = "PV"


def create_missing(**_: object) -> None:
    """Create what is missing of the catalogues; touch nothing that is there."""
    _create_codes()
    _create_kinds()
    if not GridCell.objects.exists():
        GridCell.objects.bulk_create([*_cells_by_severity(), *_cells_by_code()])
    if not GridInForce.objects.exists():
        GridInForce.objects.create(
            grid=Grid.SEVERITY, since=SINCE, citation=GRID_CITATION, standing=Standing.INFERRED
        )


def _create_codes() -> None:
    known = set(ViolationCode.objects.values_list("code", flat=True))
    ViolationCode.objects.bulk_create(
        ViolationCode(
            code=each.code,
            title=each.title,
            severity=each.severity,
            legal_type=each.type,
            asks_ability_to_pay=each.code in ASKS_ABILITY_TO_PAY,
            citation=CODES_CITATION,
            standing=Standing.INFERRED,
        )
        for each in violation_codes().values()
        if each.code not in known
    )


def _create_kinds() -> None:
    known = set(ResponseKind.objects.values_list("key", flat=True))
    ResponseKind.objects.bulk_create(
        ResponseKind(
            key=row["key"],
            title=row["title"],
            level=int(row["level"]),
            rank=int(row["rank"]),
            is_incentive=bool(row["is_incentive"]),
            is_confinement=bool(row["is_confinement"]),
            opens_report=bool(row["opens_report"]),
            most_days=int(row["most_days"]) if row["most_days"] else None,
            since=SINCE,
            citation=KINDS_CITATION,
            standing=Standing.INFERRED,
        )
        for row in _rows(DATA / "response_kinds.csv")
        if row["key"] not in known
    )


def _cells_by_severity() -> Iterator[GridCell]:
    for row in _rows(DATA / "grid_cells.csv"):
        for risk in RiskColumn:
            yield GridCell(
                grid=Grid.SEVERITY,
                severity=int(row["severity"]),
                risk=risk,
                level=int(row[risk.value]),
                since=SINCE,
                citation=GRID_CITATION,
                standing=Standing.INFERRED,
            )


def _cells_by_code() -> Iterator[GridCell]:
    for row in _rows(CODES_TABLE):
        for risk, level in zip(RiskColumn, idaho_levels(row["idaho"]), strict=False):
            yield GridCell(
                grid=Grid.IDAHO,
                code=row["code"],
                risk=risk,
                level=level,
                since=SINCE,
                citation=IDAHO_CITATION,
                standing=Standing.VERIFIED,
            )


def idaho_levels(printed: str) -> tuple[int, ...]:
    """Return the levels for low, medium and high risk as Idaho prints them; none where empty."""
    found = THREE_LEVELS.match(printed)
    if found:
        return tuple(int(each) for each in found.groups())
    return (REPORT_LEVEL,) * len(RiskColumn) if printed.startswith(TO_THE_BOARD) else ()


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)
