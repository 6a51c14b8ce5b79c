"""Results of risk instruments."""

from django.db import models
from django.db.models import Q

from offenders.models.person import PersonFact


class RiskAssessment(PersonFact):
    """One scale of an instrument as scored on a day."""

    instrument = models.CharField(max_length=40)
    scale = models.CharField(max_length=60)
    assessed_on = models.DateField()
    score = models.SmallIntegerField(help_text="As the instrument gives it; COMPAS: decile 1-10.")
    band = models.CharField(max_length=20, blank=True, help_text="Low, Medium or High.")

    class Meta(PersonFact.Meta):
        """Newest first; a COMPAS decile is one of ten."""

        ordering = ["-assessed_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(instrument="COMPAS") | Q(score__range=(1, 10)),
                name="compas_decile_is_one_of_ten",
            )
        ]
