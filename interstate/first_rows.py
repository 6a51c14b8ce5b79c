"""The members of the compact and their offices as a new installation starts with them."""

import csv
from pathlib import Path
from typing import Final

from interstate.choices import OfficeKind
from interstate.models import CompactOffice, Member

OURS: Final = "MI"
# Bifurcated members keep probation and parole apart; others are entered as they are learnt of.
BIFURCATED: Final = frozenset({"IN"})
UNSEEN: Final = "Not yet entered: take it from the commission's directory"
_TABLE = Path(__file__).parent / "data" / "members.csv"


def create_missing(**_: object) -> None:
    """Create members and offices that are lacking; never touch one an administrator changed."""
    known = set(Member.objects.values_list("code", flat=True))
    with _TABLE.open(newline="", encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines) if row["code"] not in known]
    Member.objects.bulk_create(Member(**row, is_ours=row["code"] == OURS) for row in rows)
    CompactOffice.objects.bulk_create(
        CompactOffice(
            member_id=row["code"], kind=kind, name=_called(row["name"], kind), source=UNSEEN
        )
        for row in rows
        for kind in _kinds(row["code"])
    )


def _kinds(code: str) -> tuple[OfficeKind, ...]:
    if code in BIFURCATED:
        return (OfficeKind.PROBATION, OfficeKind.PAROLE)
    return (OfficeKind.BOTH,)


def _called(state: str, kind: OfficeKind) -> str:
    return f"{state} compact office" + (
        "" if kind is OfficeKind.BOTH else f", {kind.label.lower()}"
    )
