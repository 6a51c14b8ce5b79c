"""Community supervision."""

from supervision.models.absconding import AbscondingEpisode, LocateAttempt
from supervision.models.assessment import RiskAssessment
from supervision.models.condition import (
    Condition,
    ConditionNotice,
    ConditionTemplate,
    ConditionTerms,
    Zone,
)
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
from supervision.models.mute import Mute
from supervision.models.obligation import Obligation, StandardsPause
from supervision.models.pattern_note import PatternNote
from supervision.models.period import Assignment, SupervisionPeriod
from supervision.models.plan import (
    ActionStep,
    CasePlan,
    Goal,
    GoalProgress,
    Objective,
    PlanReview,
    PlanSignature,
    PlanState,
)
from supervision.models.posts import AuthorizedPosts
from supervision.models.proceeding import (
    ClockMark,
    Finding,
    Proceeding,
    ProceedingStep,
    ViolationDisposition,
    ViolationReport,
)
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
from supervision.models.response import (
    GridCell,
    GridInForce,
    Incentive,
    Response,
    ResponseKind,
    ResponseStep,
    SuggestionDecision,
)
from supervision.models.risk_tables import (
    GuidelineBound,
    GuidelineFactor,
    InstrumentLevel,
    NeedCutoff,
)
from supervision.models.safety import (
    DuressWord,
    EscalationEntry,
    NearMiss,
    Outing,
    OutingAlarm,
    SafetyProfile,
)
from supervision.models.scoring import Scoring, ScoringOverride
from supervision.models.standard import ContactStandard, SyncState, WorkloadWeight
from supervision.models.transfer import CaseOffer
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
    "AbscondingEpisode",
    "ActionStep",
    "Admission",
    "Allegation",
    "AnalyteResult",
    "Appointment",
    "Assignment",
    "AuthorizedPosts",
    "Barrier",
    "CallScheme",
    "CaseOffer",
    "CasePlan",
    "ClockMark",
    "Condition",
    "ConditionNotice",
    "ConditionTemplate",
    "ConditionTerms",
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
    "Eligibility",
    "EmploymentCheck",
    "EscalationEntry",
    "Evidence",
    "Finding",
    "Goal",
    "GoalProgress",
    "GridCell",
    "GridInForce",
    "GuidelineBound",
    "GuidelineFactor",
    "Incentive",
    "Incident",
    "InstalmentPlan",
    "InstrumentLevel",
    "JointRestitution",
    "LedgerEntry",
    "LevelPeriod",
    "LevelRule",
    "LocateAttempt",
    "Mute",
    "NearMiss",
    "NeedCutoff",
    "NoticeAttempt",
    "NoticeRule",
    "Objective",
    "Obligation",
    "OffenseListing",
    "OutgoingMessage",
    "Outing",
    "OutingAlarm",
    "PanelSubstance",
    "PatternNote",
    "PlanReview",
    "PlanSignature",
    "PlanState",
    "Posting",
    "Proceeding",
    "ProceedingStep",
    "Program",
    "ProgramSession",
    "ProtectedVictim",
    "Recommendation",
    "RecommendationMove",
    "Referral",
    "ReferralStep",
    "ReminderWish",
    "ResidenceCheck",
    "Response",
    "ResponseKind",
    "ResponseStep",
    "RiskAssessment",
    "SafetyProfile",
    "SchemeMembership",
    "Scoring",
    "ScoringOverride",
    "SeedCommitment",
    "Selection",
    "SelectionDraw",
    "Snooze",
    "Specimen",
    "StandardsPause",
    "SuggestionDecision",
    "SupervisionPeriod",
    "SyncState",
    "TravelPermit",
    "ValidityReading",
    "VictimNotice",
    "VictimParticulars",
    "ViolationCode",
    "ViolationDisposition",
    "ViolationReport",
    "VoidedTest",
    "WorkloadWeight",
    "Zone",
]
