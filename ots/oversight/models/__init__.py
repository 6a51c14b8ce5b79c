"""What auditors found, incidents that somebody reported, and what users say is wrong."""

from ots.oversight.models.concern import Concern, ConcernStep
from ots.oversight.models.incident import (
    Incident,
    IncidentNotice,
    IncidentStep,
    ReportingTime,
)
from ots.oversight.models.review import Review

__all__ = [
    "Concern",
    "ConcernStep",
    "Incident",
    "IncidentNotice",
    "IncidentStep",
    "ReportingTime",
    "Review",
]
