"""Recording a warrant."""

from django import forms

from offenders import choices
from offenders.forms.entry import PersonEntryForm
from offenders.forms.fields import DayField, chosen
from offenders.models import Warrant
from offenders.selectors.legal import case_choices, court_choices
from offenders.services.process import WarrantEntry


class WarrantForm(PersonEntryForm):
    """A warrant for the person's arrest."""

    number = forms.CharField(
        label="Warrant number",
        max_length=40,
        error_messages={"required": "Enter the number on the warrant."},
    )
    kind = forms.ChoiceField(label="Kind of warrant", choices=choices.WarrantKind.choices)
    issued_on = DayField(label="Date issued")
    court = forms.ChoiceField(label="Court", required=False)
    case = forms.ChoiceField(label="Case", required=False)
    extradition = forms.CharField(
        label="How far it reaches",
        required=False,
        max_length=80,
        help_text="For example: Michigan only, surrounding states, nationwide.",
    )
    caution = forms.CharField(
        label="Caution",
        required=False,
        max_length=120,
        help_text="What an officer must know before making the arrest.",
    )

    writes = {
        name: (Warrant, name)
        for name in ("number", "kind", "issued_on", "court", "case", "extradition", "caution")
    }

    def prepare(self) -> None:
        """Offer the courts and, to those who may see them, the person's cases."""
        super().prepare()
        self.offer("court", [("", "Choose the court"), *court_choices()])
        self.offer("case", [("", "No particular case"), *case_choices(self.viewer, self.person_id)])

    def entry(self) -> WarrantEntry:
        """Return the warrant that was entered."""
        entered = self.cleaned_data
        return WarrantEntry(
            number=entered["number"].strip().upper(),
            kind=entered["kind"],
            issued_on=entered["issued_on"],
            court_id=chosen(entered["court"]),
            case_id=chosen(entered["case"]),
            extradition=entered["extradition"],
            caution=entered["caution"],
        )
