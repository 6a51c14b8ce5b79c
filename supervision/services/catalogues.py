"""Catalogues that come with the system: rows that are missing are made, others left alone."""

import csv
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from supervision.models import ConditionTemplate, LevelRule

DATA = Path(__file__).parent.parent / "data"


def create_missing_level_rules(**_: object) -> None:
    """Create the first rule of each pair of bands that has none at all."""
    known = set(LevelRule.objects.values_list("violent", "general"))
    LevelRule.objects.bulk_create(
        LevelRule(**{**row, "since": date.fromisoformat(row["since"])})
        for row in rows_of("level_rules")
        if (row["violent"], row["general"]) not in known
    )


def create_missing_templates(**_: object) -> None:
    """Create the first row of each code that has none at all."""
    known = set(ConditionTemplate.objects.values_list("code", flat=True))
    ConditionTemplate.objects.bulk_create(
        _template(row) for row in rows_of("condition_templates") if row["code"] not in known
    )


def _template(row: Mapping[str, str]) -> ConditionTemplate:
    flags = {name: bool(row[name]) for name in ("is_mandatory", "needs_reason", "asks_zone")}
    return ConditionTemplate(
        **{
            **row,
            **flags,
            "since": date.fromisoformat(row["since"]),
            "proofs": [part.strip() for part in row["proofs"].split(",") if part.strip()],
        }
    )


def rows_of(name: str) -> list[Mapping[str, str]]:
    """Return the rows of a catalogue as its file gives them."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
