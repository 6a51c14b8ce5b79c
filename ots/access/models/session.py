"""Sessions of signed-in users, wrong tries, and forms kept while a session is locked."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models


class SignInMethod(models.TextChoices):
    """By what a user proved who he is."""

    PASSWORD = "password", "Password only"
    PASSWORD_CODE = "password_code", "Password and code from an app"
    PASSWORD_PASSKEY = "password_passkey", "Password and passkey"
    PASSWORD_RECOVERY = "password_recovery", "Password and recovery code"
    PASSKEY = "passkey", "Passkey with its own check of the person"
    PROVIDER = "provider", "The agency's own sign-in with a second factor"
    PROVIDER_PLUS = "provider_plus", "The agency's own sign-in and a second factor here"
    DEMONSTRATION = "demonstration", "Demonstration account, no second factor"


# Methods that prove one factor alone.
ONE_FACTOR = frozenset({SignInMethod.PASSWORD, SignInMethod.DEMONSTRATION})


class EndReason(models.TextChoices):
    """Why a session ended."""

    SIGNED_OUT = "signed_out", "Signed out"
    BY_USER = "by_user", "Signed out from another session"
    BY_ADMINISTRATOR = "by_administrator", "Signed out by an administrator"
    TOO_OLD = "too_old", "Twelve hours were over"
    ACCOUNT_CLOSED = "account_closed", "The account was closed"
    PASSWORD_CHANGED = "password_changed", "The password was changed"


class SignInSession(models.Model):
    """One session from sign-in to its end, as its owner and administrators see it."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="sign_in_sessions"
    )
    method = models.CharField(max_length=20, choices=SignInMethod)
    signed_in_at = models.DateTimeField()
    last_active_at = models.DateTimeField()
    # When the user last proved who he is: at sign-in, at unlocking, before a privileged step.
    proved_at = models.DateTimeField()
    locked_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    end_reason = models.CharField(max_length=20, choices=EndReason, blank=True)
    address = models.CharField(max_length=45, blank=True)
    device = models.CharField(max_length=200, blank=True)
    notice_version = models.CharField(max_length=20)
    notice_accepted_at = models.DateTimeField()

    class Meta:
        """A user's sessions, newest first."""

        ordering = ["-signed_in_at"]
        indexes = [models.Index(fields=["user", "-signed_in_at"], name="session_by_user")]

    def __str__(self) -> str:
        """Name the session by its number."""
        return f"session {self.pk}"


class WrongTries(models.Model):
    """Wrong passwords and codes of an account in a row; five in fifteen minutes lock it."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        primary_key=True,
        related_name="wrong_tries",
    )
    tried_at = ArrayField(models.DateTimeField(), default=list, blank=True)
    locked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """One row a user, made at the first wrong try."""

        verbose_name_plural = "wrong tries"

    def __str__(self) -> str:
        """Say whether the account is locked."""
        return "locked" if self.locked_at else "not locked"


class KeptForm(models.Model):
    """What a user had typed and not saved when the session locked; sealed, and soon gone."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="kept_forms"
    )
    page = models.CharField(max_length=500, help_text="Path and query of the page with the form.")
    sealed = models.TextField(help_text="The fields, readable only with the installation's key.")
    kept_at = models.DateTimeField()

    class Meta:
        """One form a page and user: the newest."""

        constraints = [
            models.UniqueConstraint(fields=["user", "page"], name="one_kept_form_a_page")
        ]

    def __str__(self) -> str:
        """Name the form by its number; what was typed stays sealed."""
        return f"kept form {self.pk}"
