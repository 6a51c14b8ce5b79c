"""The made-up form that the page of components shows."""

from django import forms

from ots.access.forms import PlainForm

COUNTIES = [("33", "Ingham"), ("52", "Marquette"), ("82", "Wayne")]
REPLIES = [("yes", "Yes"), ("no", "No")]


class ExampleForm(PlainForm):
    """One field of each kind."""

    name = forms.CharField(label="Last name", help_text="As on the judgment.")
    birth_date = forms.DateField(
        label="Date of birth",
        required=False,
        help_text="For example 3/5/1988.",
        widget=forms.TextInput(),
    )
    county = forms.ChoiceField(label="County", choices=COUNTIES)
    lives_there = forms.ChoiceField(
        label="Does the person live there?", choices=REPLIES, widget=forms.RadioSelect
    )
    as_written = forms.BooleanField(label="Record it as the judgment says", required=False)
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea(attrs={"rows": 3}))


def refused_example() -> ExampleForm:
    """Return the form as it comes back when it was sent with mistakes."""
    return ExampleForm({"birth_date": "yesterday", "county": "33"}, auto_id="refused_%s")
