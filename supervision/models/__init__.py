"""Community supervision."""

from supervision.models.assessment import RiskAssessment
from supervision.models.period import Assignment, SupervisionPeriod

__all__ = ["Assignment", "RiskAssessment", "SupervisionPeriod"]
