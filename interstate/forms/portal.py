"""Why a case is kept off the public portal."""

from django import forms

from interstate.choices import ExclusionGround
from interstate.services.telling import Exclusion
from ots.access.forms import PlainForm


class ExclusionForm(PlainForm):
    """The two grounds on which alone it may be, and the order or law behind it."""

    ground = forms.ChoiceField(
        label="Ground", choices=ExclusionGround.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label="Order or law", max_length=200, help_text="The file that the commission may audit."
    )

    def exclusion(self) -> Exclusion:
        """Return what is to be recorded."""
        return Exclusion(**self.cleaned_data)
