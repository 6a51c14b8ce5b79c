"""Lists that an office user keeps by name."""

from django.db import models
from django.db.models import Q

from ots.access.models import User


class SavedReport(models.Model):
    """A report of the office with the filter that its owner wants to see again; his alone."""

    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="saved_compact_reports")
    name = models.CharField(max_length=60)
    report = models.SlugField(max_length=40, help_text="Which report of the office.")
    terms = models.JSONField(
        default=dict, help_text="What of its filter was set; a period left out goes with the day."
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """By name; a name once."""

        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="saved_report_named_once"),
            models.CheckConstraint(condition=~Q(name=""), name="saved_report_has_a_name"),
        ]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"saved compact report {self.pk}"
