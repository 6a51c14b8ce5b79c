"""The user of the system."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
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
    password_chosen_at = models.DateTimeField(
        null=True,
        blank=True,
        default=timezone.now,
        help_text="Empty where somebody else set it: a new one is asked for at the next sign-in.",
    )
    expires_at = models.DateTimeField(
        "closes on",
        null=True,
        blank=True,
        help_text="For a temporary account: from then on nobody signs in with it.",
    )

    class Meta:
        """Sorted as on a staff list."""

        ordering = ["last_name", "first_name", "username"]
        verbose_name = "user"
        verbose_name_plural = "users"
        constraints = [
            # Told apart however they are typed; a trigger keeps them from being used again.
            models.UniqueConstraint(Lower("username"), name="username_in_any_case_is_unique")
        ]

    def __str__(self) -> str:
        """Return the name that colleagues know."""
        return self.get_full_name() or self.username
