"""Community supervision."""

from supervision.models.absconding import AbscondingEpisode, LocateAttempt
from supervision.models.assessment import RiskAssessment
from supervision.models.contact import (
    Appointment,
    Barrier,
    Contact,
    ContactOutcome,
    ContactPhoto,
)
from supervision.models.drug_test import (
    Admission,
    AnalyteResult,
    CustodyTransfer,
    Cutoff,
    DrugPanel,
    DrugTest,
    PanelSubstance,
    Specimen,
    ValidityReading,
    VoidedTest,
)
from supervision.models.incident import Allegation, Evidence, Incident, ViolationCode
from supervision.models.level import LevelPeriod, LevelRule
from supervision.models.listing import NoticeRule, OffenseListing
from supervision.models.message import OutgoingMessage, ReminderWish
from supervision.models.money import (
    AbilityToPay,
    Debt,
    DelinquencyBand,
    InstalmentPlan,
    JointRestitution,
    LedgerEntry,
    Posting,
)
from supervision.models.obligation import Obligation, StandardsPause
from supervision.models.period import Assignment, SupervisionPeriod
from supervision.models.program import Program, ProgramSession, Referral, ReferralStep
from supervision.models.random_selection import (
    CallScheme,
    SchemeMembership,
    SeedCommitment,
    Selection,
    SelectionDraw,
)
from supervision.models.recommendation import (
    Eligibility,
    Recommendation,
    RecommendationMove,
    Snooze,
)
from supervision.models.safety import (
    DuressWord,
    EscalationEntry,
    NearMiss,
    Outing,
    OutingAlarm,
    SafetyProfile,
)
from supervision.models.standard import ContactStandard, SyncState, WorkloadWeight
from supervision.models.travel import TravelPermit
from supervision.models.verification import EmploymentCheck, ResidenceCheck
from supervision.models.victim_notice import (
    NoticeAttempt,
    ProtectedVictim,
    VictimNotice,
    VictimParticulars,
)

__all__ = [
    "AbilityToPay",
    "Admission",
    "Allegation",
    "AnalyteResult",
    "Appointment",
    "Assignment",
    "Barrier",
    "CallScheme",
    "Contact",
    "ContactOutcome",
    "ContactPhoto",
    "ContactStandard",
    "CustodyTransfer",
    "Cutoff",
    "Debt",
    "DelinquencyBand",
    "DrugPanel",
    "DrugTest",
    "DuressWord",
    "EmploymentCheck",
    "EscalationEntry",
    "Evidence",
    "Incident",
    "InstalmentPlan",
    "JointRestitution",
    "LedgerEntry",
    "LevelPeriod",
    "LevelRule",
    "NearMiss",
    "Obligation",
    "OutgoingMessage",
    "Outing",
    "OutingAlarm",
    "PanelSubstance",
    "Posting",
    "Program",
    "ProgramSession",
    "Referral",
    "ReferralStep",
    "ReminderWish",
    "ResidenceCheck",
    "RiskAssessment",
    "SafetyProfile",
    "SchemeMembership",
    "SeedCommitment",
    "Selection",
    "SelectionDraw",
    "Specimen",
    "StandardsPause",
    "SupervisionPeriod",
    "SyncState",
    "ValidityReading",
    "ViolationCode",
    "VoidedTest",
    "WorkloadWeight",
    "AbscondingEpisode",
    "LocateAttempt",
    "NoticeRule",
    "OffenseListing",
    "Eligibility",
    "Recommendation",
    "RecommendationMove",
    "Snooze",
    "TravelPermit",
    "NoticeAttempt",
    "ProtectedVictim",
    "VictimNotice",
    "VictimParticulars",
]
