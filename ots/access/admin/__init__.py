"""Administration: users, roles, agencies, offices, counties and the audit trail."""

from ots.access.admin import places, providers, staff, trail, training
from ots.access.admin.site import site

__all__ = ["places", "providers", "site", "staff", "trail", "training"]
