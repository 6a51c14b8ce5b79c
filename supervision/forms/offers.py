"""Offering a case to another office, and answering an offer."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from django import forms
from django.utils import timezone

from offenders.forms.entry import EntryForm
from offenders.forms.fields import DayField
from ots.access.forms import Source
from ots.access.models import Office, User
from supervision.choices.transfer import TransferReason
from supervision.forms.assignment import AgentChoiceField
from supervision.models import Assignment, CaseOffer
from supervision.selectors.offers import agents_of_office, offices_to_offer
from supervision.services.offers import OfferEntry

if TYPE_CHECKING:
    OfficeChoiceField = forms.ModelChoiceField[Office]
else:
    # Django's class takes no type parameter at run time.
    OfficeChoiceField = forms.ModelChoiceField


class OfferForm(EntryForm):
    """To which office the case is to go, and what it has to know."""

    to_office = OfficeChoiceField(queryset=Office.objects.none(), label="To which office")
    why = forms.ChoiceField(label="Why", choices=TransferReason.choices)
    handover = forms.CharField(
        label="What the next agent has to know",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="What is open, what was agreed, what helps and what does not.",
    )

    writes: ClassVar[Mapping[str, Source]] = {
        name: (CaseOffer, name) for name in ("to_office", "why", "handover")
    }

    def prepare(self) -> None:
        """Offer every other office."""
        super().prepare()
        field = self.fields["to_office"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = offices_to_offer()

    def entry(self) -> OfferEntry:
        """Return the offer."""
        entered = self.cleaned_data
        return OfferEntry(
            to_office=entered["to_office"], why=entered["why"], handover=entered["handover"]
        )


class AcceptForm(EntryForm):
    """Which agent takes the case, from when."""

    agent = AgentChoiceField(queryset=User.objects.none(), label="Agent")
    began_on = DayField(label="From")
    answer = forms.CharField(label="Remark", max_length=200, required=False)

    writes: ClassVar[Mapping[str, Source]] = {
        "agent": (Assignment, "agent"),
        "began_on": (Assignment, "began_on"),
        "answer": (CaseOffer, "answer"),
    }

    def __init__(
        self, data: Mapping[str, object] | None = None, *, office_id: int, **kwargs: object
    ) -> None:
        """Build the form for the office that takes the case."""
        self.office_id = office_id
        super().__init__(data, **kwargs)

    def prepare(self) -> None:
        """Offer the agents of the office; take today unless told."""
        super().prepare()
        self.initial.setdefault("began_on", timezone.localdate())
        field = self.fields["agent"]
        if isinstance(field, AgentChoiceField):
            field.queryset = agents_of_office(self.office_id)


class RefuseForm(EntryForm):
    """Why an offer is declined or withdrawn."""

    answer = forms.CharField(label="Why", max_length=200)

    writes: ClassVar[Mapping[str, Source]] = {"answer": (CaseOffer, "answer")}
