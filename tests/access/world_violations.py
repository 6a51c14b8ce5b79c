"""Violations in the world of marks: what their constraints ask for."""

from datetime import date

from supervision.models import (
    Evidence,
    GridCell,
    Incident,
    Proceeding,
    Response,
    ResponseKind,
    ViolationCode,
    ViolationReport,
)
from supervision.rules.proceeding import Move

SINCE = date(2003, 1, 6)
POLICY = {"since": SINCE, "citation": "Policy", "standing": "inferred"}

GIVEN = {
    "supervision.Incident.severity": 5,
    # What is about money one cannot pay would be information.
    "supervision.Incident.ability_to_pay": "able",
    "supervision.Response.presumed_level": 1,
    "supervision.Response.chosen_level": 1,
}


def code(mark: str) -> ViolationCode:
    """Return a code of that title."""
    return ViolationCode.objects.create(
        code=mark,
        title=mark,
        severity=5,
        legal_type="technical",
        citation="Policy",
        standing="inferred",
    )


def kind(mark: str) -> ResponseKind:
    """Return an answer of that title."""
    return ResponseKind.objects.create(key=mark.lower(), title=mark, level=1, rank=1, **POLICY)


def cell(mark: str) -> GridCell:
    """Return a cell for that code."""
    return GridCell.objects.create(grid="severity", code=mark, risk="low", level=1, **POLICY)


NAMED = {ViolationCode: code, ResponseKind: kind, GridCell: cell}


def violation_values(world) -> dict[str, object]:
    """Return what fills the addresses of these pages; the report names the incident."""
    world.row(ViolationReport).incidents.add(world.row(Incident))
    return {
        "violation": world.row(Incident).pk,
        "evidence": world.row(Evidence).pk,
        "response": world.row(Response).pk,
        "proceeding": world.row(Proceeding).pk,
        "move": Move.APPROVE.value,
    }
