"""Seals: each closes a run of entries and hangs on the seal before it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class SealKind(models.TextChoices):
    """Why a seal was made."""

    MINUTE = "minute", "As every minute"
    RECOVERY = "recovery", "After the database was restored"


class AuditSeal(models.Model):
    """What the trail held up to a transaction: each entry's hash, in the order of transactions.

    ``digest`` covers every other column but ``signature``, and so the seal before it;
    ``signature`` is made with a key that the database does not hold.
    """

    number = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=10, choices=SealKind, default=SealKind.MINUTE)
    note = models.TextField(blank=True, help_text="Why, where it was made by hand.")
    text_format = models.PositiveSmallIntegerField(help_text="How an entry was written as text.")
    previous = models.CharField(max_length=64, help_text="The digest of the seal before.")
    root = models.CharField(max_length=64, help_text="The root of the tree of the leaves.")
    entry_ids = ArrayField(models.BigIntegerField())
    leaves = models.BinaryField(help_text="The hash of each entry, one behind the other.")
    last_transaction = models.BigIntegerField(help_text="The transaction of the last entry.")
    last_entry = models.BigIntegerField(help_text="The last entry.")
    floor = models.BigIntegerField(
        default=0, help_text="Entries up to this one were sealed before a recovery."
    )
    sealed_at = models.DateTimeField()
    digest = models.CharField(max_length=64, unique=True)
    signature = models.CharField(max_length=64)

    class Meta:
        """Oldest first."""

        ordering = ["number"]

    def __str__(self) -> str:
        """Name the seal."""
        return f"seal {self.number}"
