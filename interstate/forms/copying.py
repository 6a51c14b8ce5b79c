"""The form by which a request is copied: for which state, and why beside what stands."""

from collections.abc import Mapping
from typing import cast

from django import forms

from interstate.forms.despite import despite
from interstate.models import CompactOffice
from interstate.selectors.members import offices_of_others
from ots.access.forms import PlainForm


class CopyForm(PlainForm):
    """The office of the state that is asked next."""

    to = forms.ChoiceField(label="For which state")
    opened_despite = despite("needed where other cases or people alike are on record")

    def __init__(
        self, data: Mapping[str, object] | None = None, *, sends: CompactOffice, asked: str
    ) -> None:
        """Build the form for an office that sends; the state asked before is not offered."""
        self.sends, self.asked = sends, asked
        super().__init__(data)

    def prepare(self) -> None:
        """Offer the offices of the other states."""
        self.offices = {
            str(each.pk): each
            for each in offices_of_others(self.sends)
            if each.member_id != self.asked
        }
        field = cast(forms.ChoiceField, self.fields["to"])
        field.choices = [(key, str(each)) for key, each in self.offices.items()]

    def office(self) -> CompactOffice:
        """Return the office that was chosen."""
        return self.offices[self.cleaned_data["to"]]
