"""Why a case is opened though others of the person, or people alike, are on record."""

from django import forms

from ots.core.labels import beside


def despite(when: str) -> forms.Field:
    """The field for the reason; ``when`` says beside its name when it is needed."""
    return beside(
        forms.CharField(
            label="Why another case is opened all the same",
            required=False,
            max_length=2000,
            widget=forms.Textarea(attrs={"rows": 2}),
            help_text="It is kept with the case.",
        ),
        when,
    )
