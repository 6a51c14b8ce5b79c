"""The category of every field of supervision; what is not listed here shows nowhere."""

from supervision.protection import (
    absconding,
    contact,
    drug_test,
    incident,
    level,
    money,
    obligation,
    period,
    program,
    recommendation,
    risk,
    safety,
    travel,
    verification,
    victim_notice,
    violation,
)

__all__ = [
    "absconding",
    "contact",
    "drug_test",
    "incident",
    "level",
    "money",
    "obligation",
    "period",
    "program",
    "recommendation",
    "risk",
    "safety",
    "travel",
    "verification",
    "victim_notice",
    "violation",
]
