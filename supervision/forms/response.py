"""Answering a violation, taking the answer further, giving an incentive."""

from typing import cast

from django import forms

from offenders.forms.entry import EntryForm
from offenders.forms.fields import DayField, chosen
from supervision.choices import response as choices
from supervision.models import Incentive, Response, ResponseStep, SuggestionDecision
from supervision.selectors.violation_choices import answer_choices, incentive_choices
from supervision.services.responses import Answer


class AnswerForm(EntryForm):
    """What the agent chooses; reasons only where it leaves the grid."""

    kind = forms.ChoiceField(label="Answer")
    effective_on = DayField(label="From")
    until = DayField(label="Until", required=False)
    jail_days = forms.IntegerField(
        label="Days of confinement", required=False, min_value=0, max_value=999
    )
    awaits_treatment = forms.BooleanField(
        label="Waits in jail for a place in treatment; there is no safe place outside",
        required=False,
    )
    deviation_reason = forms.ChoiceField(
        label="Why not what the grid presumes",
        required=False,
        choices=[("", "It is what the grid presumes"), *choices.DeviationReason.choices],
    )
    explanation = forms.CharField(label="In your words", required=False, max_length=300)

    writes = {
        name: (Response, name)
        for name in (
            "kind",
            "effective_on",
            "until",
            "jail_days",
            "awaits_treatment",
            "deviation_reason",
            "explanation",
        )
    }

    def prepare(self) -> None:
        """Offer the answers under their levels."""
        super().prepare()
        cast(forms.ChoiceField, self.fields["kind"]).choices = answer_choices()

    def answer(self) -> Answer:
        """Return the answer that was chosen."""
        told = self.cleaned_data
        return Answer(
            kind_id=int(told["kind"]),
            effective_on=told["effective_on"],
            until=told["until"],
            jail_days=told["jail_days"] or 0,
            awaits_treatment=told["awaits_treatment"],
            deviation_reason=told["deviation_reason"],
            explanation=told["explanation"],
        )


class ResponseStepForm(EntryForm):
    """One step of what became of an answer."""

    move = forms.ChoiceField(
        label="Step", choices=choices.ResponseMove.choices, widget=forms.HiddenInput
    )
    note = forms.CharField(label="Note", required=False, max_length=300)

    writes = {"move": (ResponseStep, "move"), "note": (ResponseStep, "note")}


class IncentiveForm(EntryForm):
    """Something given for what went well."""

    kind = forms.ChoiceField(label="Incentive")
    trigger = forms.ChoiceField(label="For", choices=choices.IncentiveTrigger.choices)
    given_on = DayField(label="On")
    note = forms.CharField(label="In your words", required=False, max_length=300)

    writes = {name: (Incentive, name) for name in ("kind", "trigger", "given_on", "note")}

    def prepare(self) -> None:
        """Offer the incentives."""
        super().prepare()
        self.offer("kind", incentive_choices())

    @property
    def kind_id(self) -> int:
        """Return the incentive that was chosen."""
        return chosen(self.cleaned_data["kind"]) or 0


class SuggestionForm(EntryForm):
    """What the agent makes of a suggestion."""

    rule = forms.CharField(max_length=8, widget=forms.HiddenInput)
    verdict = forms.ChoiceField(label="You", choices=choices.Verdict.choices)
    explanation = forms.CharField(
        label="Why, if you change or decline it", required=False, max_length=300
    )

    writes = {name: (SuggestionDecision, name) for name in ("rule", "verdict", "explanation")}
