"""Checks of work and home."""

from django import forms
from django.utils import timezone

from offenders.forms.entry import PersonEntryForm
from offenders.forms.fields import DayField, chosen
from supervision.choices.verification import (
    Approval,
    CheckResult,
    EmploymentMethod,
    JobEnd,
    Occupation,
    ResidenceKind,
    ResidenceMethod,
)
from supervision.models import EmploymentCheck, ResidenceCheck
from supervision.selectors.verification import address_choices, job_choices
from supervision.services.verification import EmploymentEntry, ResidenceEntry


class EmploymentCheckForm(PersonEntryForm):
    """What was found of the person's work."""

    job = forms.ChoiceField(label="Job", required=False)
    occupation = forms.ChoiceField(label="Found to be", choices=Occupation.choices)
    method = forms.ChoiceField(label="How it was checked", choices=EmploymentMethod.choices)
    checked_on = DayField(label="Checked on")
    result = forms.ChoiceField(label="Result", choices=CheckResult.choices)
    ended_because = forms.ChoiceField(
        label="If the job has ended: why",
        choices=[("", "It has not ended"), *JobEnd.choices],
        required=False,
    )
    note = forms.CharField(label="Note", required=False, max_length=300)

    writes = {
        name: (EmploymentCheck, name)
        for name in (
            "job",
            "occupation",
            "method",
            "checked_on",
            "result",
            "ended_because",
            "note",
        )
    }

    def prepare(self) -> None:
        """Offer the person's jobs; it was checked today unless told."""
        super().prepare()
        self.offer("job", [("", "None on record"), *job_choices(self.person_id)])
        self.fields["checked_on"].initial = timezone.localdate()

    def entry(self) -> EmploymentEntry:
        """Return what was entered."""
        entered = {name: self.cleaned_data[name] for name in self.writes}
        job = chosen(entered.pop("job"))
        return EmploymentEntry(job_id=job, **entered)


class ResidenceCheckForm(PersonEntryForm):
    """What was found where the person lives or wants to live."""

    address = forms.ChoiceField(label="Address", required=False)
    kind = forms.ChoiceField(label="Kind of place", choices=ResidenceKind.choices)
    method = forms.ChoiceField(label="How it was checked", choices=ResidenceMethod.choices)
    checked_on = DayField(label="Checked on")
    result = forms.ChoiceField(label="Result", choices=CheckResult.choices)
    hazards = forms.CharField(
        label="Hazards",
        required=False,
        max_length=300,
        help_text="Dogs, weapons, stairs, people to be wary of. The next visitor sees it.",
    )
    household = forms.CharField(label="Who else lives there", required=False, max_length=300)
    landlord = forms.CharField(label="Landlord or host", required=False, max_length=120)
    approval = forms.ChoiceField(label="Approval to live there", choices=Approval.choices)
    note = forms.CharField(label="Note", required=False, max_length=300)

    writes = {
        name: (ResidenceCheck, name)
        for name in (
            "address",
            "kind",
            "method",
            "checked_on",
            "result",
            "hazards",
            "household",
            "landlord",
            "approval",
            "note",
        )
    }

    def prepare(self) -> None:
        """Offer the person's addresses; it was checked today unless told."""
        super().prepare()
        self.offer("address", [("", "None on record"), *address_choices(self.person_id)])
        self.fields["checked_on"].initial = timezone.localdate()

    def entry(self) -> ResidenceEntry:
        """Return what was entered."""
        entered = {name: self.cleaned_data[name] for name in self.writes}
        address = chosen(entered.pop("address"))
        return ResidenceEntry(address_id=address, **entered)
