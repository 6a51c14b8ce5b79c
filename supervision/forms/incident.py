"""Reporting an incident, its evidence, and how far it is shown."""

from itertools import groupby
from typing import BinaryIO, cast
from uuid import UUID

from django import forms
from django.utils import timezone

from offenders.forms.entry import EntryForm, PersonEntryForm
from offenders.forms.fields import DayField
from offenders.selectors.reading import Reading
from ots.core.moments import Towards
from supervision.choices import incident as choices
from supervision.forms.moments import MomentField
from supervision.models import Allegation, Evidence, Incident
from supervision.selectors.conditions import condition_names
from supervision.selectors.violation_choices import code_choices, episode_choices
from supervision.services.incidents import Circumstances

FAMILIES = {
    "V1": "New offenses",
    "V2": "Weapons, contact, whereabouts",
    "V3": "Reporting and travel",
    "V4": "Drugs and alcohol",
    "V5": "Treatment",
    "V6": "Work, service and money",
    "V7": "Sex-offense conditions",
    "V8": "Other conditions",
}
FAMILY_LENGTH = 2


class IncidentForm(PersonEntryForm):
    """What happened; the first four fields are enough."""

    code = forms.ChoiceField(label="What happened")
    occurred_at = MomentField(label="When", towards=Towards.PAST)
    notes = forms.CharField(
        label="Notes",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Facts: who saw or said what. They cannot be changed afterwards.",
    )
    ability_to_pay = forms.ChoiceField(
        label="Could the person have paid?",
        required=False,
        help_text="Only for money. What nobody can pay is information, not a violation.",
    )
    discovered_at = MomentField(
        label="When you found out, if not just now", towards=Towards.PAST, required=False
    )
    informant = forms.ChoiceField(
        label="Who told", choices=choices.IncidentSource.choices, initial="officer"
    )
    conditions = forms.MultipleChoiceField(
        label="Conditions it breaches", required=False, widget=forms.CheckboxSelectMultiple
    )
    episode = forms.ChoiceField(
        label="Same episode as",
        required=False,
        help_text="Several breaches of one episode count as one violation.",
    )
    aggravators = forms.MultipleChoiceField(
        label="What makes it weigh more",
        required=False,
        choices=choices.Aggravator.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    mitigators = forms.MultipleChoiceField(
        label="What makes it weigh less",
        required=False,
        choices=choices.Mitigator.choices,
        widget=forms.CheckboxSelectMultiple,
    )

    writes = {
        name: (Incident, name)
        for name in (
            "code",
            "occurred_at",
            "notes",
            "ability_to_pay",
            "discovered_at",
            "informant",
            "conditions",
            "episode",
            "aggravators",
            "mitigators",
        )
    }

    def prepare(self) -> None:
        """Offer the codes by family, the person's conditions and the latest episodes."""
        super().prepare()
        families = groupby(code_choices(), lambda pair: pair[0][:FAMILY_LENGTH])
        grouped = [(FAMILIES.get(key, "Other"), list(codes)) for key, codes in families]
        code = cast(forms.ChoiceField, self.fields["code"])
        code.choices = [("", "Choose what happened"), *grouped]
        reading = Reading(self.viewer)
        names = condition_names(reading, self.person_id, today=timezone.localdate())
        self.offer("conditions", [(name[:200], name) for name in names])
        episodes = episode_choices(reading, self.person_id)
        self.offer("episode", [("", "An episode of its own"), *episodes])
        ability = [("", "Not about money"), *choices.AbilityToPay.choices]
        self.offer("ability_to_pay", ability)

    def circumstances(self) -> Circumstances:
        """Return what surrounds the incident."""
        told = self.cleaned_data
        return Circumstances(
            notes=told["notes"],
            informant=told["informant"],
            conditions=told["conditions"],
            aggravators=told["aggravators"],
            mitigators=told["mitigators"],
            ability_to_pay=told.get("ability_to_pay", ""),
            episode=UUID(told["episode"]) if told["episode"] else None,
        )


class AllegationForm(EntryForm):
    """How far a violation is shown."""

    state = forms.ChoiceField(label="It is", choices=choices.AllegationState.choices)
    stated_on = DayField(label="Since")
    why = forms.CharField(label="Why", max_length=200)

    writes = {"state": (Allegation, "state"), "stated_on": (Allegation, "stated_on")}
    unstored = EntryForm.unstored | {"why"}


class EvidenceForm(EntryForm):
    """A picture or document that shows an incident."""

    title = forms.CharField(label="What it shows", max_length=120)
    file = forms.FileField(label="Picture or PDF", help_text="JPEG, PNG or PDF, 10 MB at most.")

    writes = {"title": (Evidence, "title"), "file": (Evidence, "file")}

    def upload(self) -> BinaryIO:
        """Return the file that was sent."""
        return cast(BinaryIO, self.cleaned_data["file"].file)
