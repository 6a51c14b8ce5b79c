"""What auditors found when they looked."""

from django.conf import settings
from django.db import models


class Review(models.Model):
    """A question about the trail that somebody went through, and what came of it; never changed."""

    question = models.CharField(max_length=40)
    parameters = models.JSONField(default=dict)
    from_day = models.DateField()
    to_day = models.DateField(help_text="The last day looked at.")
    found = models.PositiveIntegerField(help_text="How many rows the question brought up.")
    conclusion = models.TextField()
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    reviewed_at = models.DateTimeField()

    class Meta:
        """Newest first."""

        ordering = ["-reviewed_at"]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"review {self.pk}"
