"""Stored computations, what they leave to a person, and the runs that make them."""

from timecomp.models.certification import Certification
from timecomp.models.computation import Computation, PersonProfile, RuleProfile
from timecomp.models.decision import ClerkDecision
from timecomp.models.finding import ComputationException
from timecomp.models.impact import ImpactPerson, ImpactRun
from timecomp.models.law_version import LawVersion
from timecomp.models.nightly import NightlyChunk, NightlyRun
from timecomp.models.projection import Projection
from timecomp.models.request import RecomputationRequest

__all__ = [
    "Certification",
    "ClerkDecision",
    "Computation",
    "ComputationException",
    "ImpactPerson",
    "ImpactRun",
    "LawVersion",
    "NightlyChunk",
    "NightlyRun",
    "PersonProfile",
    "Projection",
    "RecomputationRequest",
    "RuleProfile",
]
