"""Leave to travel."""

from collections.abc import Mapping
from typing import ClassVar

from django import forms

from offenders.forms.entry import EntryForm
from ots.access.forms import Source
from supervision.choices.travel import Transport, TravelStatus
from supervision.models import TravelPermit


def day_input() -> forms.DateInput:
    """Return the input of a day."""
    return forms.DateInput(attrs={"type": "date"})


class TravelForm(EntryForm):
    """Where, when and why."""

    writes: ClassVar[Mapping[str, Source]] = {
        name: (TravelPermit, name)
        for name in (
            *("place", "state", "departs_on", "returns_on", "purpose", "transport"),
            *("address", "phone", "companions"),
        )
    }

    place = forms.CharField(label="City or county", max_length=120)
    state = forms.RegexField(
        label="State",
        regex=r"^[A-Za-z]{2}$",
        initial="MI",
        help_text="Two letters, as OH",
        error_messages={"invalid": "Give the state's two letters, as OH."},
        widget=forms.TextInput(attrs={"size": 2, "maxlength": 2}),
    )
    departs_on = forms.DateField(label="Leaves on", widget=day_input())
    returns_on = forms.DateField(label="Back on", widget=day_input())
    purpose = forms.CharField(label="What for", max_length=200)
    transport = forms.ChoiceField(label="How", choices=Transport.choices)
    address = forms.CharField(label="Address there", max_length=160, required=False)
    phone = forms.CharField(label="Telephone there", max_length=20, required=False)
    companions = forms.CharField(label="Travels with", max_length=200, required=False)

    def clean_state(self) -> str:
        """Return the state in capitals."""
        return str(self.cleaned_data["state"]).upper()


class TravelDecisionForm(EntryForm):
    """Granted or denied, and why."""

    writes: ClassVar[Mapping[str, Source]] = {
        "status": (TravelPermit, "status"),
        "decision": (TravelPermit, "decision"),
        "conditions": (TravelPermit, "conditions"),
    }

    status = forms.ChoiceField(
        label="Decision",
        choices=[
            (TravelStatus.GRANTED.value, "Grant"),
            (TravelStatus.DENIED.value, "Deny"),
            (TravelStatus.WITHDRAWN.value, "The person took it back"),
        ],
        widget=forms.RadioSelect,
    )
    decision = forms.CharField(label="Why", widget=forms.Textarea(attrs={"rows": 2}))
    conditions = forms.CharField(
        label="Conditions of the trip",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Printed on the permit.",
    )


class TravelReturnForm(EntryForm):
    """Back, and what was reported."""

    writes: ClassVar[Mapping[str, Source]] = {
        "back_on": (TravelPermit, "back_on"),
        "return_report": (TravelPermit, "return_report"),
    }

    back_on = forms.DateField(label="Back on", widget=day_input())
    return_report = forms.CharField(
        label="What was reported", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
