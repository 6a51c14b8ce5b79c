"""Administration: users, roles, agencies, offices, counties and the audit trail."""

from ots.access.admin import places, staff, trail
from ots.access.admin.site import site

__all__ = ["places", "site", "staff", "trail"]
