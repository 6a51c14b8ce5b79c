"""Forms that were sent, so that one sent twice is carried out once."""

from django.db import models


class Submission(models.Model):
    """A form's token with the record that came of it."""

    token = models.UUIDField(primary_key=True)
    event = models.CharField(max_length=40, help_text="What the form was for.")
    result_id = models.BigIntegerField(
        null=True, blank=True, help_text="Key of the record that came of it."
    )
    sent_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Old ones may be cleared away by their age."""

        indexes = [models.Index(fields=["sent_at"], name="submission_by_age")]

    def __str__(self) -> str:
        """Name the kind and key alone: the trail shows this text to auditors."""
        return f"submission {self.token}"
