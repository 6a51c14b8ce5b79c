"""The form by which a case goes to another office of the same member."""

from collections.abc import Mapping
from typing import cast

from django import forms

from interstate.models import CompactOffice
from interstate.services.moving_offices import OfficeMove
from ots.access.forms import PlainForm


class OfficeForm(PlainForm):
    """Which office, and why."""

    to = forms.ChoiceField(label="To the office")
    reason = forms.CharField(label="Why", max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(
        self, data: Mapping[str, object] | None = None, *, offices: list[CompactOffice]
    ) -> None:
        """Build the form with the member's other offices."""
        self.offices = {str(each.pk): each for each in offices}
        super().__init__(data)

    def prepare(self) -> None:
        """Offer the offices."""
        field = cast(forms.ChoiceField, self.fields["to"])
        field.choices = [(key, str(each)) for key, each in self.offices.items()]

    def asked(self) -> OfficeMove:
        """Return what is asked for."""
        said = self.cleaned_data
        return OfficeMove(to=self.offices[said["to"]], reason=said["reason"])
