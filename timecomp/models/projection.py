"""Projections of the population, kept with the rates that were stated; no part of the record."""

from django.conf import settings
from django.db import models

from timecomp.models.impact import ImpactRun


class Projection(models.Model):
    """Ten years of expected populations under today's law, and under that of a run if one is named.

    ``rates`` are the user's own statements, ``figures`` what follows from them and from the dates.
    """

    run = models.ForeignKey(
        ImpactRun, on_delete=models.PROTECT, null=True, blank=True, related_name="projections"
    )
    title = models.CharField(max_length=200)
    law_version = models.CharField(max_length=32)
    as_of = models.DateField()
    rates = models.JSONField(help_text="What was stated by whoever made it.")
    figures = models.JSONField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Newest first."""

        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"projection {self.pk}"
