"""What an office says of its own figures, beside them; never changed."""

from django.db import models

from ots.access.models import Office, User
from supervision.models.response import GridCell


class PatternNote(models.Model):
    """Why an office answers as it does in one cell of the grid, in its own words."""

    cell = models.ForeignKey(GridCell, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    said_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """The newest first."""

        ordering = ["-said_at", "-pk"]

    def __str__(self) -> str:
        """Name whose words they are."""
        return f"note of {self.office}"
