"""The members of the compact and their offices as a new installation starts with them."""

import csv
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

from interstate.choices import OfficeKind
from interstate.models import CompactOffice, Member, ReminderRule, TellingRule

OURS: Final = "MI"
# Bifurcated members keep probation and parole apart; others are entered as they are learnt of.
BIFURCATED: Final = frozenset({"IN"})
UNSEEN: Final = "Not yet entered: take it from the commission's directory"
_DATA = Path(__file__).parent / "data"


def create_missing(**_: object) -> None:
    """Create what is lacking; never touch a row that an administrator changed."""
    _create_members()
    _create_reminder_rules()
    _create_telling_rules()


def _create_members() -> None:
    known = set(Member.objects.values_list("code", flat=True))
    rows = [row for row in _rows("members") if row["code"] not in known]
    Member.objects.bulk_create(Member(**row, is_ours=row["code"] == OURS) for row in rows)
    CompactOffice.objects.bulk_create(
        CompactOffice(
            member_id=row["code"], kind=kind, name=_called(row["name"], kind), source=UNSEEN
        )
        for row in rows
        for kind in _kinds(row["code"])
    )


def _create_reminder_rules() -> None:
    known = set(ReminderRule.objects.values_list("key", "to"))
    ReminderRule.objects.bulk_create(
        ReminderRule(**{**row, "since": date.fromisoformat(row["since"])})
        for row in _rows("reminder_rules")
        if (row["key"], row["to"]) not in known
    )


def _create_telling_rules() -> None:
    known = set(TellingRule.objects.values_list("event", "outcome"))
    TellingRule.objects.bulk_create(
        TellingRule(
            **{
                **row,
                "since": date.fromisoformat(row["since"]),
                "presses": row["presses"] == "yes",
            }
        )
        for row in _rows("telling_rules")
        if (row["event"], row["outcome"]) not in known
    )


def _rows(name: str) -> list[Mapping[str, str]]:
    with (_DATA / f"{name}.csv").open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def _kinds(code: str) -> tuple[OfficeKind, ...]:
    if code in BIFURCATED:
        return (OfficeKind.PROBATION, OfficeKind.PAROLE)
    return (OfficeKind.BOTH,)


def _called(state: str, kind: OfficeKind) -> str:
    return f"{state} compact office" + (
        "" if kind is OfficeKind.BOTH else f", {kind.label.lower()}"
    )
