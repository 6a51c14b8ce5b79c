"""Deciding a question, or overriding a date."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from offenders.forms.entry import PersonEntryForm
from offenders.forms.fields import DayField, reason_field
from timecomp.choices import DecisionKind
from timecomp.models import ClerkDecision
from timecomp.services.decisions import OverrideEntry

KINDS = (
    (DecisionKind.STANDS, "The computation stands as it is"),
    (DecisionKind.OVERRIDE, "Another date holds"),
)


class DecisionForm(PersonEntryForm):
    """What the clerk decides; without a question only a date can be overridden."""

    kind = forms.ChoiceField(
        label="Decision",
        choices=KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you decide."},
    )
    date_name = forms.ChoiceField(
        label="Date to override", required=False, help_text="Only if another date holds."
    )
    value = DayField(label="Date that holds", required=False)
    no_date = forms.BooleanField(label="There is no such date", required=False)
    authority = forms.CharField(
        label="Document that allows it",
        required=False,
        max_length=120,
        help_text="For example: order of the 30th Circuit Court of November 2, 2026.",
    )
    reason = reason_field("the judgment says so; the court was asked on November 2.")
    until = DayField(
        label="Last day of the decision",
        required=False,
        help_text="From the next day on the question is open again. Empty: no end.",
    )

    writes = {
        name: (ClerkDecision, name) for name in ("kind", "date_name", "value", "authority", "until")
    } | {"no_date": (ClerkDecision, "value")}
    unstored = frozenset({"token", "reason"})

    def __init__(
        self,
        data: Mapping[str, object] | None = None,
        *,
        dates: Sequence[tuple[str, str]],
        question_id: int | None,
        **kwargs: Any,
    ) -> None:
        """Build the form with the dates that may be overridden, each with its computed day."""
        self.dates = dates
        self.question_id = question_id
        super().__init__(data, **kwargs)

    def prepare(self) -> None:
        """Offer the dates, and letting it stand only where something was asked."""
        super().prepare()
        self.offer("date_name", [("", "Choose the date"), *self.dates])
        if self.question_id is None:
            self.fields["kind"].initial = DecisionKind.OVERRIDE
            self.offer("kind", KINDS[1:])

    def clean(self) -> dict[str, Any]:
        """Ask for what an override needs."""
        entered = super().clean() or self.cleaned_data
        if entered.get("kind") == DecisionKind.OVERRIDE:
            self._clean_override(entered)
        return entered

    def _clean_override(self, entered: Mapping[str, Any]) -> None:
        if not entered.get("date_name") and "date_name" not in self.errors:
            self.add_error("date_name", "Choose the date to override.")
        if bool(entered.get("value")) is bool(entered.get("no_date")) and not self.errors:
            self.add_error("value", "Enter the date that holds, or say that there is none.")
        if not entered.get("authority", "").strip():
            self.add_error("authority", "Name the document that allows it.")

    @property
    def is_override(self) -> bool:
        """Say whether another date is to hold."""
        return bool(self.cleaned_data["kind"] == DecisionKind.OVERRIDE)

    def override(self) -> OverrideEntry:
        """Return the override that was entered."""
        entered = self.cleaned_data
        sentence, _, name = entered["date_name"].rpartition("-")
        return OverrideEntry(
            date_name=name,
            sentence_label=sentence,
            value=entered["value"],
            authority=entered["authority"],
            reason=entered["reason"],
            until=entered["until"],
            question_id=self.question_id,
        )
