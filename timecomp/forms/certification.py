"""Certifying dates, confirming them as second clerk, or sending them back."""

from django import forms

from ots.access.forms import PlainForm

ACTS = ("certify", "confirm", "send_back")


class CertificationForm(PlainForm):
    """The act and what the clerk has to say; which computation it is about comes along."""

    act = forms.ChoiceField(choices=[(each, each) for each in ACTS], widget=forms.HiddenInput)
    about = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    note = forms.CharField(
        label="Note",
        required=False,
        max_length=200,
        help_text="Stays in the history. Needed when you send dates back.",
    )
