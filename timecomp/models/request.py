"""What has still to be computed because a fact changed."""

from django.conf import settings
from django.db import models

from offenders.models import Person


class RecomputationRequest(models.Model):
    """Written in the transaction of the fact itself, so that no computation is ever lost."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    prompted_by = models.CharField(max_length=80)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    requested_at = models.DateTimeField(auto_now_add=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        """Oldest first."""

        ordering = ["requested_at", "pk"]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"recomputation request {self.pk}"
