"""Community supervision."""

from supervision.models.assessment import RiskAssessment
from supervision.models.incident import Allegation, Evidence, Incident, ViolationCode
from supervision.models.period import Assignment, SupervisionPeriod

__all__ = [
    "Allegation",
    "Assignment",
    "Evidence",
    "Incident",
    "RiskAssessment",
    "SupervisionPeriod",
    "ViolationCode",
]
