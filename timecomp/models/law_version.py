"""What each version of the law book said, kept so that an old computation can be replayed."""

from django.db import models


class LawVersion(models.Model):
    """The values and the fingerprints of the texts of one version; written once, never changed."""

    version = models.CharField(primary_key=True, max_length=32)
    first_seen_at = models.DateTimeField(auto_now_add=True)
    parameters = models.JSONField(help_text="Every parameter with its dated values.")
    rules = models.JSONField(help_text="The fingerprint of each rule's text.")
    files = models.JSONField(help_text="The fingerprint of the text around the rules, by file.")

    class Meta:
        """Newest first."""

        ordering = ["-first_seen_at", "version"]

    def __str__(self) -> str:
        """Name the kind and the version."""
        return f"law book {self.pk}"
