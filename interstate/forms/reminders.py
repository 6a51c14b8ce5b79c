"""How a user wants to be reminded."""

from django import forms

from ots.access.forms import PlainForm

EACH, DIGEST = "each", "digest"


class ReminderForm(PlainForm):
    """Each on its own, or all at once."""

    way = forms.ChoiceField(
        label="How you want to be reminded",
        choices=[
            (EACH, "Each on its own, on its day"),
            (DIGEST, "All in one message a day"),
        ],
        widget=forms.RadioSelect,
    )
