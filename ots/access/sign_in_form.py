"""The sign-in form."""

from django.contrib.auth.forms import AuthenticationForm


class SignInForm(AuthenticationForm):
    """User name and password in the design system's clothes."""

    error_messages = {
        "invalid_login": "That user name and password do not match. Check both and try again.",
        "inactive": "This account is closed. Ask your agency's administrator.",
    }

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Dress the fields."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through
        for field in self.fields.values():
            field.widget.attrs["class"] = "usa-input"
        self.fields["username"].label = "User name"
