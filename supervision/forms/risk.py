"""Levels beside the score, and results of tools whose items belong to somebody."""

from collections.abc import Mapping
from datetime import date

from django import forms
from django.utils import timezone

from offenders.forms.entry import EntryForm
from offenders.forms.fields import DayField
from ots.access.viewer import Viewer
from supervision.choices.risk import Direction, OtherTool, OverrideReason, OverrideState
from supervision.models import RiskAssessment, ScoringOverride
from supervision.rules.instruments.words import words
from supervision.services.overrides import OverrideEntry
from supervision.services.risk_results import Result

WAYS = {Direction.UP: "closer", Direction.DOWN: "lighter"}


class OverrideAskForm(EntryForm):
    """Which level instead, and why."""

    to_level = forms.ChoiceField(label="Level instead", widget=forms.RadioSelect)
    reason_code = forms.ChoiceField(
        label="Reason", choices=[("", "Choose"), *OverrideReason.choices]
    )
    explanation = forms.CharField(
        label="In your words",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What happened, when, and how you know. The supervisor decides on this.",
    )

    writes = {name: (ScoringOverride, name) for name in ("to_level", "reason_code", "explanation")}

    def __init__(
        self,
        data: Mapping[str, object] | None = None,
        *,
        viewer: Viewer,
        offered: Mapping[str, Direction],
    ) -> None:
        """Offer the levels one step away."""
        self.offered = offered
        super().__init__(data, viewer=viewer)

    def prepare(self) -> None:
        """Fill in the levels, each with which way it goes."""
        super().prepare()
        pairs = ((level, f"{words(level)} ({WAYS[way]})") for level, way in self.offered.items())
        self.offer("to_level", pairs)

    def entry(self) -> OverrideEntry:
        """Return what was entered."""
        return OverrideEntry(**{name: self.cleaned_data[name] for name in self.writes})


class OverrideDecideForm(EntryForm):
    """Approve or refuse."""

    state = forms.ChoiceField(
        label="Decision",
        choices=[
            (OverrideState.APPROVED.value, "Approve"),
            (OverrideState.REFUSED.value, "Refuse"),
        ],
        widget=forms.RadioSelect,
    )
    decision_note = forms.CharField(
        label="Note to the agent",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    writes = {name: (ScoringOverride, name) for name in ("state", "decision_note")}


BANDS = [("", "None"), ("Low", "Low"), ("Medium", "Medium"), ("High", "High")]
DECILES = 10


class ToolResultsForm(EntryForm):
    """What the sheet of another tool says: up to three scales."""

    tool = forms.ChoiceField(label="Tool", choices=OtherTool.choices)
    assessed_on = DayField(label="Assessed on")
    scale_1 = forms.CharField(label="Scale", max_length=60, initial="Risk of violence")
    score_1 = forms.IntegerField(label="Score")
    band_1 = forms.ChoiceField(label="Band", choices=BANDS, required=False)
    scale_2 = forms.CharField(
        label="Second scale", max_length=60, required=False, initial="Risk of recidivism"
    )
    score_2 = forms.IntegerField(label="Score of the second scale", required=False)
    band_2 = forms.ChoiceField(label="Band of the second scale", choices=BANDS, required=False)

    writes = {
        "tool": (RiskAssessment, "instrument"),
        "assessed_on": (RiskAssessment, "assessed_on"),
        **{
            f"{name}_{number}": (RiskAssessment, name)
            for name in ("scale", "score", "band")
            for number in (1, 2)
        },
    }

    def clean(self) -> dict[str, object]:
        """Refuse a decile that is none, and a day to come."""
        entered = super().clean() or self.cleaned_data
        day = entered.get("assessed_on")
        if isinstance(day, date) and day > timezone.localdate():
            self.add_error("assessed_on", "This day is still to come.")
        for name in ("score_1", "score_2"):
            value = entered.get(name)
            is_decile = isinstance(value, int) and 1 <= value <= DECILES
            if entered.get("tool") == OtherTool.COMPAS and value is not None and not is_decile:
                self.add_error(name, "A COMPAS score is a decile from 1 to 10.")
        return entered

    def results(self) -> list[Result]:
        """Return each scale that has a score."""
        entered = self.cleaned_data
        return [
            Result(
                entered[f"scale_{number}"], entered[f"score_{number}"], entered[f"band_{number}"]
            )
            for number in (1, 2)
            if entered.get(f"score_{number}") is not None and entered.get(f"scale_{number}")
        ]
