"""Who looks after a colleague's caseload while the colleague is away."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class Cover(models.Model):
    """A colleague's people are in the reach of another, from a day through a day.

    The days are read whenever the reach is decided: nothing has to be cleaned up for it to end.
    """

    away = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="covered_by"
    )
    covering = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="covers"
    )
    began_on = models.DateField(help_text="First day.")
    ended_on = models.DateField(help_text="First day on which the cover no longer stands.")
    reason = models.CharField(max_length=200)
    arranged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    arranged_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Nobody covers himself; a cover that ends on its first day never stood."""

        ordering = ["-began_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__gte=F("began_on")), name="cover_ends_after_it_begins"
            ),
            models.CheckConstraint(condition=~Q(away=F("covering")), name="cover_is_by_another"),
        ]
        indexes = [models.Index(fields=["covering", "ended_on"], name="cover_by_colleague")]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"cover {self.pk}"
