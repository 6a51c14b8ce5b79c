"""The violation codes: severity is policy, type is law; neither is derived from the other."""

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

CODES_TABLE = Path(__file__).parent / "data" / "violation_codes.csv"
LEAST_SEVERE = 7


class ViolationType(StrEnum):
    """What a violation is in law."""

    FELONY = "felony"
    MISDEMEANOR = "misdemeanor"
    LAW = "law"
    MUNICIPAL = "municipal"
    ABSCONDED = "absconded"
    TECHNICAL = "technical"
    NON_TECHNICAL = "non_technical"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True)
class ViolationCode:
    """One code of the catalogue; severity 1 is the gravest, 7 the least."""

    code: str
    title: str
    severity: int
    type: ViolationType


@cache
def violation_codes() -> dict[str, ViolationCode]:
    """Every code of the catalogue."""
    with CODES_TABLE.open(encoding="utf-8", newline="") as lines:
        return {row["code"]: _code(row) for row in csv.DictReader(lines)}


def _code(row: dict[str, str]) -> ViolationCode:
    return ViolationCode(
        row["code"], row["title"], int(row["severity"]), ViolationType(row["type"])
    )
