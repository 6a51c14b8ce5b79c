"""The category of every field of supervision; what is not listed here shows nowhere."""

from supervision.protection import (
    absconding,
    contact,
    incident,
    level,
    obligation,
    period,
    recommendation,
    risk,
    safety,
    travel,
    victim_notice,
)

__all__ = [
    "absconding",
    "contact",
    "incident",
    "level",
    "obligation",
    "period",
    "recommendation",
    "risk",
    "safety",
    "travel",
    "victim_notice",
]
