"""A table that holds no row: its permissions are the closed list of what may be done and seen."""

from django.db import models

from ots.access.categories import category_permissions
from ots.access.permissions import Permission


class Capability(models.Model):
    """Carries the system's permissions as Django permissions, so that groups can hold them."""

    class Meta:
        """No table; permissions only."""

        managed = False
        default_permissions = ()
        permissions = [
            *((permission.codename, permission.label) for permission in Permission),
            *category_permissions(),
        ]

    def __str__(self) -> str:
        """Name the list."""
        return "Capabilities"
