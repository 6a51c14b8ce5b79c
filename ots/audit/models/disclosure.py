"""What left the system: to whom, by what authority, for what."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class Medium(models.TextChoices):
    """In which form it left."""

    CSV = "csv", "Table file"
    PDF = "pdf", "Document"
    JSON = "json", "Data file"
    MESSAGE = "message", "Answer to another system"
    PAPER = "paper", "On paper"
    ORAL = "oral", "By word of mouth"


class Disclosure(models.Model):
    """One release of records outside: kept for the person, for auditors and for corrections."""

    disclosed_at = models.DateTimeField()
    disclosed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Empty where the system answered by itself.",
    )
    people = ArrayField(models.BigIntegerField(), help_text="Whose records.")
    recipient = models.CharField(max_length=160, help_text="The person or office that received it.")
    recipient_agency = models.CharField(max_length=160, blank=True)
    recipient_ori = models.CharField("recipient's ORI", max_length=9, blank=True)
    authority = models.CharField(max_length=200, help_text="What allows it: law, order, consent.")
    purpose = models.CharField(max_length=20)
    reason = models.TextField(blank=True)
    categories = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    medium = models.CharField(max_length=10, choices=Medium)
    document = models.CharField(max_length=160, help_text="The list or document.")
    content_digest = models.CharField(
        max_length=64, blank=True, help_text="SHA-256 of what was handed over."
    )
    request_number = models.CharField(max_length=64, blank=True)

    class Meta:
        """Newest first; a person's disclosures are one index scan."""

        ordering = ["-disclosed_at", "-id"]
        indexes = [
            GinIndex(fields=["people"], name="disclosure_by_people"),
            models.Index(fields=["-disclosed_at", "-id"], name="disclosure_by_time"),
        ]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"disclosure {self.pk}"
