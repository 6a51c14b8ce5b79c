"""What a clerk decides of a message that waits."""

from collections.abc import Mapping
from typing import cast

from django import forms

from interstate.templatetags.compact import state_words
from ots.access.forms import PlainForm
from ots.access.pages import LARGEST_NUMBER
from ots.exchange.compact.cases import Chosen
from ots.exchange.compact.waiting import Candidate, Looked

CASE, PERSON, OTHER = "case", "person", "other"


class TakeForm(PlainForm):
    """Which case a message means, or whom it is about."""

    whose = forms.ChoiceField(
        label="Whose is it?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whose it is."},
    )
    record = forms.IntegerField(
        label="Number of the record", required=False, min_value=1, max_value=LARGEST_NUMBER
    )

    def __init__(self, data: Mapping[str, object] | None = None, *, looked: Looked) -> None:
        """Offer those whom the message may be about."""
        self.looked = looked
        super().__init__(data)

    def prepare(self) -> None:
        """Offer each candidate's cases, and a new case where the message may open one."""
        field = cast(forms.ChoiceField, self.fields["whose"])
        offered = [pair for each in self.looked.candidates for pair in self._offered(each)]
        field.choices = [*offered, (OTHER, "Another record, whose number I give below")]

    def clean(self) -> dict[str, object]:
        """Ask for the number of another record."""
        cleaned = super().clean() or {}
        if cleaned.get("whose") == OTHER and not cleaned.get("record"):
            self.add_error("record", "Give the number of the record.")
        return cleaned

    def chosen(self) -> Chosen:
        """Return what was chosen."""
        kind, _, key = str(self.cleaned_data["whose"]).partition("-")
        if kind == OTHER:
            return Chosen(person_id=self.cleaned_data["record"])
        return Chosen(case_id=int(key)) if kind == CASE else Chosen(person_id=int(key))

    def _offered(self, each: Candidate) -> list[tuple[str, str]]:
        who = f"{each.person.full_name}, No. {each.person.pk}"
        offered = [
            (
                f"{CASE}-{case.pk}",
                f"{who}: case {case.number}, {state_words(str(case.state)).lower()}",
            )
            for case in each.cases
        ]
        if self.looked.opens_a_case:
            offered.append((f"{PERSON}-{each.person.pk}", f"{who}: a new case"))
        return offered


class RefuseForm(PlainForm):
    """Why a message is refused."""

    reason = forms.CharField(
        label="Why it is refused",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="The other state's system is told so if it sends the message again.",
    )
