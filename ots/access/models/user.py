"""The user of the system."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from guardian.mixins import GuardianUserMixin

from ots.access.models.agency import Agency, Office


class User(AbstractUser, GuardianUserMixin):
    """A person who signs in for an agency; roles are Django groups."""

    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="users"
    )
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, blank=True, related_name="users"
    )
    job_title = models.CharField(max_length=80, blank=True)

    class Meta:
        """Sorted as on a staff list."""

        ordering = ["last_name", "first_name", "username"]
        verbose_name = "user"
        verbose_name_plural = "users"

    def __str__(self) -> str:
        """Return the name that colleagues know."""
        return self.get_full_name() or self.username
