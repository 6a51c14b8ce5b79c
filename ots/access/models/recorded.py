"""The base of every fact: recorded once, never overwritten, corrected by a newer fact."""

from typing import Self

from django.conf import settings
from django.db import models


class FactQuerySet(models.QuerySet["Fact"]):
    """Reading facts as they stand now."""

    def current(self) -> Self:
        """Return the facts that no correction has replaced."""
        return self.filter(superseded_at__isnull=True)


class Fact(models.Model):
    """A fact with who recorded it, when and why; the database refuses to change it.

    A correction is a new row that names the old one in ``supersedes``; the old row keeps all its
    values and gets ``superseded_at``, the only column that may ever change (see ``guard_facts``).
    """

    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Empty where a feed or an import recorded it.",
    )
    reason = models.CharField(
        max_length=200, blank=True, help_text="Why it was recorded or corrected."
    )
    source = models.CharField(
        max_length=80, blank=True, help_text="The feed, file or document it came from."
    )
    supersedes = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="superseded_by",
        help_text="The fact that this one corrects.",
    )
    superseded_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        """Shared columns only."""

        abstract = True

    def __str__(self) -> str:
        """Name the kind and key alone: the trail shows this text to auditors."""
        return f"{self._meta.verbose_name} {self.pk}"

    @property
    def is_current(self) -> bool:
        """Say whether no correction has replaced this fact."""
        return self.superseded_at is None
