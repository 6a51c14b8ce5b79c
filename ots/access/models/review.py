"""The yearly review of accounts: who looked at which account, and what was decided."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from ots.access.models.agency import Agency


class ReviewOutcome(models.TextChoices):
    """What the reviewer decided about one account."""

    CONFIRMED = "confirmed", "Still needed, roles are right"
    CLOSED = "closed", "No longer needed: closed"


class AccountReview(models.Model):
    """A reviewer's decision about one account with the roles it held then; kept as evidence."""

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="reviews"
    )
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="account_reviews"
    )
    outcome = models.CharField(max_length=12, choices=ReviewOutcome)
    roles = ArrayField(models.CharField(max_length=150), default=list, blank=True)
    note = models.CharField(max_length=200, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    reviewed_at = models.DateTimeField()

    class Meta:
        """Newest first."""

        ordering = ["-reviewed_at"]
        indexes = [models.Index(fields=["account", "-reviewed_at"], name="review_by_account")]

    def __str__(self) -> str:
        """Name the decision by its number."""
        return f"review {self.pk}"
