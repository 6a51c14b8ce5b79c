"""The form for a new password."""

from django.contrib.auth.forms import PasswordChangeForm

from ots.access.signing_in.forms import ADVICE


class PasswordForm(PasswordChangeForm):
    """The old password and the new one twice, in the design system's clothes."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Dress the fields."""
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].help_text = ADVICE
        for field in self.fields.values():
            field.widget.attrs["class"] = "usa-input"
            field.widget.attrs.pop("autofocus", None)
