"""The forms of signing in."""

from typing import TYPE_CHECKING

from django import forms
from django.contrib.auth.forms import AuthenticationForm, SetPasswordForm
from django.core.exceptions import ValidationError
from django.utils import timezone

from ots.access.forms import PlainForm, describe_widgets
from ots.access.models import User
from ots.access.signing_in.notice import is_current
from ots.access.signing_in.wrong_tries import is_locked
from ots.audit.events import Event
from ots.audit.models import Outcome
from ots.audit.services import record

if TYPE_CHECKING:
    PasswordChoice = SetPasswordForm[User]
else:
    PasswordChoice = SetPasswordForm

# The same words whether the account exists, is closed, is locked or the password is wrong.
REFUSED = (
    "That user name and password do not match, or the account is locked. Check both and try again. "
    "After five wrong tries in 15 minutes an account stays locked until your agency's "
    "administrator releases it."
)
ONE_CODE = forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"})


class SignInForm(AuthenticationForm):
    """User name and password; the notice is accepted with the button that sends them."""

    accepts = forms.CharField(required=False, widget=forms.HiddenInput)

    error_messages = {"invalid_login": REFUSED, "inactive": REFUSED}

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Dress the fields."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through
        self.fields["username"].label = "User name"
        describe_widgets(self)

    def clean(self) -> dict[str, object]:
        """Look at name and password only once the notice is accepted."""
        if not is_current(str(self.cleaned_data.get("accepts", ""))):
            raise ValidationError("Read the notice, then press “Accept and sign in”.")
        return super().clean()

    def confirm_login_allowed(self, user: object) -> None:
        """Refuse a locked or expired account as if the password were wrong."""
        super().confirm_login_allowed(user)  # type: ignore[arg-type]  # our own user model
        if isinstance(user, User) and _is_shut(user):
            record(
                Event.SIGN_IN_FAILED,
                actor=None,
                target=user,
                details={"step": "account locked or expired", "username": user.username},
                outcome=Outcome.DENIED,
            )
            raise self.get_invalid_login_error()


class CodeForm(PlainForm):
    """The code that the app shows."""

    code = forms.CharField(
        label="Code from your app", help_text="Six digits.", max_length=12, widget=ONE_CODE
    )


class RecoveryForm(PlainForm):
    """A recovery code from paper."""

    code = forms.CharField(
        label="Recovery code",
        help_text="For example abcde-fghjk-mnpqr. Each works once.",
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class NewAppForm(PlainForm):
    """The first code of a new app."""

    code = forms.CharField(
        label="Code that the app shows now", help_text="Six digits.", max_length=12, widget=ONE_CODE
    )


class PasskeyForm(PlainForm):
    """The name of a new passkey; the browser adds the passkey itself."""

    name = forms.CharField(
        label="Name of the passkey", initial="Passkey", max_length=60, required=False
    )
    credential = forms.CharField(required=False, widget=forms.HiddenInput)


class ProofForm(PlainForm):
    """The password, or a code from the app."""

    password = forms.CharField(
        label="Password",
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    code = forms.CharField(
        label="Or a code from your app", required=False, max_length=12, widget=ONE_CODE
    )


class NewPasswordForm(PasswordChoice):
    """A new password twice, where the old one was just proved."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Dress the fields."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through
        self.fields["new_password1"].help_text = ADVICE
        describe_widgets(self)


ADVICE = "At least 8 characters; spaces and whole sentences are fine. None that is guessed first."


def _is_shut(user: User) -> bool:
    return is_locked(user) or (user.expires_at is not None and user.expires_at <= timezone.now())
