"""What auditors found, and incidents that somebody reported."""

from ots.oversight.models.incident import (
    Incident,
    IncidentNotice,
    IncidentStep,
    ReportingTime,
)
from ots.oversight.models.review import Review

__all__ = ["Incident", "IncidentNotice", "IncidentStep", "ReportingTime", "Review"]
