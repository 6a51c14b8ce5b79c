"""Keys by which other states' systems prove who they are; only their digests are kept."""

from hashlib import sha256

from django.db import models

from interstate.models import Member


def digest_of(key: str) -> str:
    """Return what is kept of a key; it is long and random, so that one round is enough."""
    return sha256(key.encode()).hexdigest()


class CompactKey(models.Model):
    """A key of one member; two may run at once while one replaces the other."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the key.")
    made_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Newest first."""

        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        """Name the kind and key alone: the trail shows this text to auditors."""
        return f"compact key {self.pk}"
