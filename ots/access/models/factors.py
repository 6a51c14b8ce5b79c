"""Second factors: apps that make codes, passkeys, and recovery codes on paper."""

from django.conf import settings
from django.db import models


class CodeApp(models.Model):
    """An app that makes a new code each half minute (TOTP, RFC 6238); its secret is sealed."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="code_apps"
    )
    name = models.CharField(max_length=60)
    sealed_secret = models.CharField(max_length=200)
    added_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True, blank=True)
    # Each code counts once: only codes of later steps are taken.
    last_step = models.BigIntegerField(default=-1)

    class Meta:
        """In the order they were added."""

        ordering = ["added_at"]

    def __str__(self) -> str:
        """Return the name the user gave it."""
        return self.name


class Passkey(models.Model):
    """A passkey (WebAuthn): its public half; the private one never leaves the user's device."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="passkeys"
    )
    name = models.CharField(max_length=60)
    credential = models.BinaryField(unique=True, help_text="The passkey's own number.")
    public_key = models.BinaryField()
    sign_count = models.BigIntegerField(default=0)
    is_synced = models.BooleanField(default=False, help_text="Kept by a provider, not one device.")
    added_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """In the order they were added."""

        ordering = ["added_at"]

    def __str__(self) -> str:
        """Return the name the user gave it."""
        return self.name


class RecoveryCode(models.Model):
    """A code on paper for the day the phone is lost; only its digest is kept, and it works once."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="recovery_codes"
    )
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Newest set first."""

        ordering = ["-made_at"]

    def __str__(self) -> str:
        """Name it by its number alone."""
        return f"recovery code {self.pk}"
