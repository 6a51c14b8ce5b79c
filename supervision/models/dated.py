"""Rows that a policy or a law sets, from a day on, with their source and how sure they are."""

from datetime import date

from django.db import models
from django.db.models import Q

from timecomp.engine.standing import Standing

STANDINGS = [
    (Standing.VERIFIED.value, "Read in its source"),
    (Standing.RECALLED.value, "Recalled, to be confirmed"),
    (Standing.INFERRED.value, "Inferred, to be confirmed"),
]


def in_force_on(day: date) -> Q:
    """Keep the rows that count on the day."""
    return Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gt=day))


class Dated(models.Model):
    """A row of a catalogue; a change is a new row from its first day."""

    since = models.DateField(help_text="First day on which it counts.")
    until = models.DateField(
        null=True, blank=True, help_text="First day on which it no longer does."
    )
    citation = models.CharField(max_length=200)
    standing = models.CharField(
        max_length=10, choices=STANDINGS, help_text="How sure we are of the row."
    )

    class Meta:
        """Shared columns only."""

        abstract = True

    @property
    def awaits_confirmation(self) -> bool:
        """Say whether somebody has still to confirm the row."""
        return Standing(self.standing).awaits_counsel
