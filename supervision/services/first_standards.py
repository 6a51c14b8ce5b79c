"""The first standards, weights and feeds; administrators change them afterwards."""

import csv
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

from supervision.choices.obligation import RuleSet
from supervision.models import ContactStandard, SyncState, WorkloadWeight

DATA: Final = Path(__file__).parent.parent / "data"
# Reckoned with from this day; what was due before is not made up afterwards.
SINCE: Final = date(2026, 1, 1)


def create_missing(**_: object) -> None:
    """Create the rows of a catalogue that has none at all; touch nothing that is there."""
    if not ContactStandard.objects.exists():
        ContactStandard.objects.bulk_create(_standards())
    if not WorkloadWeight.objects.exists():
        WorkloadWeight.objects.bulk_create(_weights())
    known = set(SyncState.objects.values_list("feed", flat=True))
    SyncState.objects.bulk_create(
        SyncState(feed=row["feed"], title=row["title"], limit_hours=int(row["limit_hours"]))
        for row in _rows("feeds.csv")
        if row["feed"] not in known
    )


def _standards() -> Iterator[ContactStandard]:
    for row in _rows("contact_standards.csv"):
        yield ContactStandard(
            rule_set=RuleSet(row["rule_set"]),
            is_active=row["rule_set"] == RuleSet.MICHIGAN,
            title=row["title"],
            case_type=row["case_type"],
            level=row["level"],
            kind=row["kind"],
            accepts=row["accepts"].split(),
            cadence=row["cadence"],
            trigger=row["trigger"],
            count=int(row["count"]),
            per=int(row["per"]),
            unit=row["unit"],
            is_critical=row["is_critical"] == "1",
            feed=row["feed"],
            since=SINCE,
            citation=row["citation"],
            standing=row["standing"],
            note=row["note"],
        )


def _weights() -> Iterator[WorkloadWeight]:
    for row in _rows("workload_weights.csv"):
        yield WorkloadWeight(
            key=row["key"],
            title=row["title"],
            hours=Decimal(row["hours"]),
            since=SINCE,
            citation=row["citation"],
            standing=row["standing"],
            note=row["note"],
        )


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as table:
        yield from csv.DictReader(table)
