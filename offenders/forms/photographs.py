"""Adding a photograph."""

from django import forms

from offenders.forms.entry import EntryForm
from offenders.forms.fields import DayField
from offenders.models import Photograph


class PhotographForm(EntryForm):
    """A photograph of the face and the day it was taken."""

    # A plain file: the service reads the picture itself and says what is wrong with it.
    image = forms.FileField(
        label="Photograph",
        help_text="A JPEG or PNG file of at most 5 MB.",
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png"}),
        error_messages={"required": "Choose a file."},
    )
    taken_on = DayField(label="Date taken")

    writes = {"image": (Photograph, "image"), "taken_on": (Photograph, "taken_on")}
