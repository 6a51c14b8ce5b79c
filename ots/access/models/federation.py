"""Agencies that sign their people in themselves (OpenID Connect), and who is who there."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from ots.access.models.agency import Agency


class SignInProvider(models.Model):
    """An agency's own sign-in; its secret stands in the environment, never in the database."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="sign_in_providers")
    key = models.SlugField(unique=True, help_text="Stands in the address: /sign-in/with/KEY/.")
    name = models.CharField(max_length=80, help_text="On the button of the sign-in page.")
    issuer = models.URLField(unique=True, help_text="As the provider's own description gives it.")
    client_id = models.CharField(max_length=200)
    secret_variable = models.CharField(
        max_length=80,
        blank=True,
        help_text="The environment variable that holds the client secret; empty: none is sent.",
    )
    second_factor_acr = ArrayField(
        models.CharField(max_length=200),
        default=list,
        blank=True,
        help_text="Values of the claim acr that mean a second factor was used.",
    )
    second_factor_amr = ArrayField(
        models.CharField(max_length=40),
        default=list,
        blank=True,
        help_text="Values of the claim amr that mean the same, for example mfa, hwk.",
    )
    is_active = models.BooleanField(default=True)

    class Meta:
        """By name, as on the sign-in page."""

        ordering = ["name"]

    def __str__(self) -> str:
        """Return the name on the button."""
        return self.name


class ProviderIdentity(models.Model):
    """Who a user is at the agency's own sign-in; entered beforehand, never made by signing in."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="provider_identities"
    )
    provider = models.ForeignKey(
        SignInProvider, on_delete=models.PROTECT, related_name="identities"
    )
    subject = models.CharField(max_length=255, help_text="The claim sub, as the provider gives it.")

    class Meta:
        """One subject is one user; one user is one subject a provider."""

        verbose_name_plural = "provider identities"
        constraints = [
            models.UniqueConstraint(fields=["provider", "subject"], name="one_user_a_subject"),
            models.UniqueConstraint(fields=["provider", "user"], name="one_subject_a_user"),
        ]

    def __str__(self) -> str:
        """Name the identity by its number."""
        return f"identity {self.pk}"
