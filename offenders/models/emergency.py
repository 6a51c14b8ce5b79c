"""Records opened in an emergency by one who could not reach them, and the judgment on it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from offenders.models.person import Person
from ots.access.categories import Category


class EmergencyOpening(models.Model):
    """A user opened a record, or one category of it, for a stated reason and a short time."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    category = models.CharField(
        max_length=20, choices=Category, blank=True, help_text="Empty: the record as such."
    )
    reason = models.CharField(max_length=300)
    opened_at = models.DateTimeField(db_index=True)
    open_until = models.DateTimeField()

    class Meta:
        """Newest first; never changed or deleted."""

        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(open_until__gt=F("opened_at")), name="opening_ends_after_it_begins"
            )
        ]
        indexes = [models.Index(fields=["user", "open_until"], name="opening_by_user")]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"emergency opening {self.pk}"


class Verdict(models.TextChoices):
    """What the review came to."""

    JUSTIFIED = "justified", "Justified"
    NOT_JUSTIFIED = "not_justified", "Not justified"


class EmergencyReview(models.Model):
    """What the reviewer found of an opening."""

    opening = models.OneToOneField(
        EmergencyOpening, on_delete=models.PROTECT, related_name="review"
    )
    verdict = models.CharField(max_length=16, choices=Verdict)
    note = models.CharField(max_length=500)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    reviewed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Newest first; never changed or deleted."""

        ordering = ["-reviewed_at", "-pk"]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"emergency review {self.pk}"
