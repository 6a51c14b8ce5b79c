"""After how many minutes without activity the sessions of a role lock."""

from typing import Final

from django.contrib.auth.models import Group
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

# CJIS Security Policy 5.9.5, AC-11: thirty minutes at most. Less than five hinders work.
SHORTEST_MINUTES: Final = 5
LONGEST_MINUTES: Final = 30


class IdleLimit(models.Model):
    """A role's limit; the strictest of several holds, and the installation's for the rest."""

    role = models.OneToOneField(Group, on_delete=models.PROTECT, related_name="idle_limit")
    minutes = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(SHORTEST_MINUTES), MaxValueValidator(LONGEST_MINUTES)],
        help_text="Without activity for this long, a session of the role locks: 5 to 30.",
    )

    class Meta:
        """By role; the policy's bounds hold in the database too."""

        ordering = ["role__name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes__gte=SHORTEST_MINUTES, minutes__lte=LONGEST_MINUTES),
                name="idle_limit_is_what_the_policy_allows",
            )
        ]

    def __str__(self) -> str:
        """Return the role and its minutes."""
        return f"{self.role}: {self.minutes} minutes"
