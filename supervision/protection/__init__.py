"""The category of every field of supervision; what is not listed here shows nowhere."""

from supervision.protection import (
    absconding,
    incident,
    obligation,
    period,
    recommendation,
    travel,
    victim_notice,
)

__all__ = [
    "absconding",
    "incident",
    "obligation",
    "period",
    "recommendation",
    "travel",
    "victim_notice",
]
