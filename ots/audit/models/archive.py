"""Months that left the trail after their time, with where they went."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class AuditArchive(models.Model):
    """A month of the trail that was written to a file; its seals stay, so it can still be checked.

    The numbers of its entries are kept as runs: from each of ``run_starts`` to its ``run_ends``.
    """

    month = models.DateField()
    entries = models.PositiveBigIntegerField()
    run_starts = ArrayField(models.BigIntegerField())
    run_ends = ArrayField(models.BigIntegerField())
    file_name = models.CharField(max_length=120)
    file_digest = models.CharField(max_length=64)
    archived_at = models.DateTimeField()
    signature = models.CharField(max_length=64)

    class Meta:
        """Oldest first."""

        ordering = ["month"]

    def __str__(self) -> str:
        """Name the month."""
        return f"trail of {self.month:%Y-%m}"
