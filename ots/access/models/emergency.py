"""How long a record stays open that was opened in an emergency."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

LONGEST_MINUTES = 24 * 60


class EmergencyTerm(models.Model):
    """The minutes for which breaking the glass opens a record, from a day on."""

    since = models.DateField(unique=True, help_text="First day on which it counts.")
    minutes = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_MINUTES)]
    )

    class Meta:
        """Newest first; a new term is a new row, so that the old one can still be read."""

        ordering = ["-since"]
        verbose_name = "emergency term"

    def __str__(self) -> str:
        """Return the minutes and since when."""
        return f"{self.minutes} minutes since {self.since}"
