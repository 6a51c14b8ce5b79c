"""Community supervision."""

from supervision.models.assessment import RiskAssessment
from supervision.models.incident import Allegation, Evidence, Incident, ViolationCode
from supervision.models.obligation import Obligation, StandardsPause
from supervision.models.period import Assignment, SupervisionPeriod
from supervision.models.standard import ContactStandard, SyncState, WorkloadWeight

__all__ = [
    "Allegation",
    "Assignment",
    "ContactStandard",
    "Evidence",
    "Incident",
    "Obligation",
    "RiskAssessment",
    "StandardsPause",
    "SupervisionPeriod",
    "SyncState",
    "ViolationCode",
    "WorkloadWeight",
]
