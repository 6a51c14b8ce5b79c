"""The person and the legal record."""

from offenders.models.conduct import (
    CreditAward,
    Forfeiture,
    Misconduct,
    ParoleRelease,
    ParoleViolation,
    Restoration,
    TimeOrder,
)
from offenders.models.custody import (
    Bond,
    CustodyPeriod,
    Facility,
    Movement,
)
from offenders.models.emergency import EmergencyOpening, EmergencyReview
from offenders.models.legal import (
    Arrest,
    Charge,
    ChargeParticulars,
    Court,
    CourtCase,
    Disposition,
    Hearing,
    Statute,
)
from offenders.models.person import (
    Address,
    Demographics,
    Employment,
    Identifier,
    Person,
    PersonFact,
    PersonName,
    Phone,
    Photograph,
    PhysicalDescription,
)
from offenders.models.process import (
    Detainer,
    Hold,
    ProtectiveOrder,
    Warrant,
)
from offenders.models.reach import (
    PersonGroupObjectPermission,
    PersonUserObjectPermission,
)
from offenders.models.restriction import PersonClosure, SealOrder
from offenders.models.search import NameKey, NameWord
from offenders.models.sentence import (
    ConsecutiveLink,
    JudgmentOfSentence,
    Sentence,
    SentenceTerms,
)
from offenders.models.submission import Submission
from offenders.models.treatment import Treatment, TreatmentConsent

__all__ = [
    "Address",
    "Arrest",
    "Bond",
    "Charge",
    "ChargeParticulars",
    "ConsecutiveLink",
    "Court",
    "CourtCase",
    "CreditAward",
    "CustodyPeriod",
    "Demographics",
    "Detainer",
    "Disposition",
    "EmergencyOpening",
    "EmergencyReview",
    "Employment",
    "Facility",
    "Forfeiture",
    "Hearing",
    "Hold",
    "Identifier",
    "JudgmentOfSentence",
    "Misconduct",
    "Movement",
    "NameKey",
    "NameWord",
    "ParoleRelease",
    "ParoleViolation",
    "Person",
    "PersonClosure",
    "PersonFact",
    "PersonGroupObjectPermission",
    "PersonName",
    "PersonUserObjectPermission",
    "Phone",
    "Photograph",
    "PhysicalDescription",
    "ProtectiveOrder",
    "Restoration",
    "SealOrder",
    "Sentence",
    "SentenceTerms",
    "Statute",
    "TimeOrder",
    "Submission",
    "Treatment",
    "TreatmentConsent",
    "Warrant",
]
