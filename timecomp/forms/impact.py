"""The form in which a proposed law's numbers, days and switches are set."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from ots.access.forms import PlainForm, describe_widgets
from ots.core.numbers import whole_number
from timecomp.law.proposals.editing import Knob, KnobKind, as_toml, edited, knobs
from timecomp.law.proposals.scenario import AppliesTo
from timecomp.law.proposals.scenario_file import scenario_from
from timecomp.law.proposals.toml_table import ScenarioError

TO_WHOM = (
    (AppliesTo.EVERYONE.value, "Everyone, sentences of the past too"),
    (AppliesTo.SENTENCES.value, "Sentences imposed from a day on"),
    (AppliesTo.OFFENCES.value, "Crimes committed from a day on"),
)
LONGEST_LIST = 200


class NumbersField(forms.CharField):
    """Whole numbers with commas between them."""

    def clean(self, value: object) -> list[int]:
        """Return the numbers."""
        text = super().clean(value)
        parts = [part.strip() for part in str(text).split(",")]
        numbers = [whole_number(part) for part in parts]
        if None in numbers:
            raise forms.ValidationError(f"[{text}] is no list of numbers; write 15, 30, 45.")
        return [number for number in numbers if number is not None]


class ImpactForm(PlainForm):
    """Everything of one scenario that may be set; the text of its file comes out."""

    title = forms.CharField(label="Name of this run", max_length=200)
    applies_to = forms.ChoiceField(label="Whom the change reaches", choices=TO_WHOM)
    applies_since = forms.DateField(
        label="From which day",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(
        self, data: Mapping[str, object] | None = None, *, values: Mapping[str, Any]
    ) -> None:
        """Offer what the scenario's tables hold."""
        self.values = values
        self.knobs = knobs(values)
        self.text = ""
        applies = values.get("applies", {})
        initial = {
            "title": values["title"],
            "applies_to": applies.get("to", AppliesTo.EVERYONE.value),
            "applies_since": applies.get("since"),
            **{knob.name: _shown(knob) for knob in self.knobs},
        }
        # Added before anything is checked, so that what was typed is checked with them.
        super(PlainForm, self).__init__(data, initial=initial)
        self.fields.update({knob.name: _field(knob) for knob in self.knobs})
        describe_widgets(self)

    def clean(self) -> dict[str, Any]:
        """Make the scenario's text; what the law refuses is told in its own words."""
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        changed = edited(self.values, self._entered(cleaned))
        if cleaned["applies_to"] == AppliesTo.EVERYONE:
            changed.get("applies", {}).pop("since", None)
        try:
            scenario_from(changed, name="The form:", id="form")
        except ScenarioError as error:
            raise forms.ValidationError(str(error)) from error
        self.text = as_toml(changed)
        return cleaned

    def clean_applies_since(self) -> date | None:
        """A change from a day on needs the day."""
        since: date | None = self.cleaned_data["applies_since"]
        if since is None and self.cleaned_data.get("applies_to") != AppliesTo.EVERYONE:
            raise forms.ValidationError("Enter the first day of what the change reaches.")
        return since

    def _entered(self, cleaned: Mapping[str, Any]) -> dict[tuple[str | int, ...], object]:
        entered: dict[tuple[str | int, ...], object] = {
            knob.path: cleaned[knob.name] for knob in self.knobs
        }
        entered["title",] = cleaned["title"]
        entered["applies", "to"] = cleaned["applies_to"]
        if cleaned["applies_since"] is not None:
            entered["applies", "since"] = cleaned["applies_since"]
        return entered


def _field(knob: Knob) -> forms.Field:
    if knob.kind is KnobKind.SWITCH:
        return forms.BooleanField(label=knob.label, required=False, help_text=knob.hint)
    if knob.kind is KnobKind.NUMBER:
        return forms.IntegerField(label=knob.label, min_value=0, help_text=knob.hint)
    if knob.kind is KnobKind.DAY:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        return forms.DateField(label=knob.label, help_text=knob.hint, widget=widget)
    return NumbersField(label=knob.label, max_length=LONGEST_LIST, help_text=knob.hint)


def _shown(knob: Knob) -> object:
    if knob.kind is KnobKind.NUMBERS and isinstance(knob.value, list):
        return ", ".join(map(str, knob.value))
    return knob.value
