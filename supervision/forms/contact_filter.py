"""Finding contacts in a long log."""

from django import forms

from ots.access.forms import PlainForm
from supervision.choices.contact import ContactStatus, OutcomeEffect, Place


class ContactFilterForm(PlainForm):
    """What became of it, how it counts, where, and words of the notes."""

    status = forms.ChoiceField(
        label="Status", required=False, choices=[("", "All"), *ContactStatus.choices]
    )
    effect = forms.ChoiceField(
        label="Counts as", required=False, choices=[("", "All"), *OutcomeEffect.choices]
    )
    place = forms.ChoiceField(label="Place", required=False, choices=[("", "All"), *Place.choices])
    words = forms.CharField(label="Words in the note", required=False, max_length=60)
