"""Users, agencies, offices, and the base of every recorded fact."""

from ots.access.models.agency import (
    Agency,
    County,
    Office,
    OfficeGroupObjectPermission,
    OfficeUserObjectPermission,
)
from ots.access.models.capability import Capability
from ots.access.models.recorded import Fact
from ots.access.models.user import User

__all__ = [
    "Agency",
    "Capability",
    "County",
    "Fact",
    "Office",
    "OfficeGroupObjectPermission",
    "OfficeUserObjectPermission",
    "User",
]
