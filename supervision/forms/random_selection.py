"""Putting a person in a group that is called for tests."""

from django import forms
from django.utils import timezone

from offenders.forms.entry import EntryForm
from offenders.forms.fields import DayField
from supervision.models import SchemeMembership
from supervision.selectors.random_selection import scheme_choices
from supervision.services.random_selection import MembershipEntry


class GroupForm(EntryForm):
    """Which group, from when."""

    scheme = forms.ChoiceField(label="Group")
    began_on = DayField(label="From")

    writes = {name: (SchemeMembership, name) for name in ("scheme", "began_on")}

    def prepare(self) -> None:
        """Offer the groups of the own office; from today unless told."""
        super().prepare()
        self.offer("scheme", [("", "Choose"), *scheme_choices(self.viewer)])
        self.fields["began_on"].initial = timezone.localdate()

    def entry(self) -> MembershipEntry:
        """Return what was entered."""
        return MembershipEntry(int(self.cleaned_data["scheme"]), self.cleaned_data["began_on"])
