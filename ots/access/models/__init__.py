"""Users, agencies, offices, and the base of every recorded fact."""

from ots.access.models.agency import (
    Agency,
    County,
    Office,
    OfficeGroupObjectPermission,
    OfficeUserObjectPermission,
    Region,
    RegionGroupObjectPermission,
    RegionUserObjectPermission,
)
from ots.access.models.attributes import AccountAttributes
from ots.access.models.capability import Capability
from ots.access.models.cover import Cover
from ots.access.models.emergency import EmergencyTerm
from ots.access.models.factors import CodeApp, Passkey, RecoveryCode
from ots.access.models.federation import ProviderIdentity, SignInProvider
from ots.access.models.idle import IdleLimit
from ots.access.models.recorded import Fact
from ots.access.models.review import AccountReview
from ots.access.models.session import KeptForm, SignInSession, WrongTries
from ots.access.models.training import Course, RequiredTraining, TrainingRecord
from ots.access.models.user import User

__all__ = [
    "AccountAttributes",
    "AccountReview",
    "Agency",
    "Capability",
    "CodeApp",
    "County",
    "Course",
    "Cover",
    "EmergencyTerm",
    "Fact",
    "IdleLimit",
    "KeptForm",
    "Office",
    "OfficeGroupObjectPermission",
    "OfficeUserObjectPermission",
    "Passkey",
    "ProviderIdentity",
    "RecoveryCode",
    "Region",
    "RegionGroupObjectPermission",
    "RegionUserObjectPermission",
    "RequiredTraining",
    "SignInProvider",
    "SignInSession",
    "TrainingRecord",
    "User",
    "WrongTries",
]
