"""Preparing, deciding and putting off."""

from collections.abc import Mapping
from typing import ClassVar

from django import forms

from offenders.forms.entry import EntryForm
from ots.access.forms import PlainForm, Source
from ots.core.labels import beside
from supervision.choices.period import CLOSEST_FIRST, SupervisionType
from supervision.choices.recommendation import (
    Body,
    Opportunity,
    Outcome,
    RecommendationKind,
    RecommendationState,
    SnoozeCode,
)
from supervision.models import Recommendation, RecommendationMove, Snooze
from supervision.rules.recommending import ASKS_RULING, Step
from supervision.selectors.recommendations import STEP_WORDS

ROWS = 4


class RecommendationForm(EntryForm):
    """What is asked for, and why; the rest comes from the record."""

    writes: ClassVar[Mapping[str, Source]] = {
        "kind": (Recommendation, "kind"),
        "supervision_type": (Recommendation, "supervision_type"),
        "body": (Recommendation, "body"),
        "why": (Recommendation, "why"),
        "level": (Recommendation, "level"),
        "ends_after": (Recommendation, "ends_after"),
        "changes": (Recommendation, "changes"),
    }

    kind = forms.ChoiceField(label="What you recommend", choices=RecommendationKind.choices)
    supervision_type = forms.ChoiceField(label="Term", choices=SupervisionType.choices)
    body = forms.ChoiceField(label="Who decides in the end", choices=Body.choices)
    why = forms.CharField(
        label="Why, in your words",
        widget=forms.Textarea(attrs={"rows": ROWS}),
        help_text="The facts of the record below go along; don't type them again.",
    )
    level = forms.ChoiceField(
        label="To which level",
        required=False,
        choices=[("", "No change"), *((each.value, each.label) for each in CLOSEST_FIRST)],
    )
    ends_after = forms.DateField(
        label="New end of the term",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text="For an extension.",
    )
    changes = forms.CharField(
        label="Which conditions change, and how",
        required=False,
        widget=forms.Textarea(attrs={"rows": ROWS}),
    )

    def __init__(
        self, data: Mapping[str, object] | None = None, *, asked_kind: str, **kwargs: object
    ) -> None:
        """Build the form for a kind of recommendation."""
        self.asked_kind = asked_kind
        super().__init__(data, **kwargs)

    def prepare(self) -> None:
        """Leave out what this kind of recommendation does not ask."""
        super().prepare()
        asked = {
            RecommendationKind.DOWNGRADE: "level",
            RecommendationKind.EXTENSION: "ends_after",
            RecommendationKind.MODIFIED_CONDITIONS: "changes",
        }
        for extra, name in asked.items():
            if extra != self.asked_kind:
                self.fields.pop(name, None)
        for name in ("kind", "supervision_type"):
            if name in self.fields:
                self.fields[name].widget = forms.HiddenInput()


class MoveForm(EntryForm):
    """The next step of a recommendation."""

    writes: ClassVar[Mapping[str, Source]] = {
        "step": (RecommendationMove, "step"),
        "reason": (RecommendationMove, "reason"),
        "decided_by": (RecommendationMove, "decided_by"),
        "decided_on": (RecommendationMove, "decided_on"),
    }

    step = forms.ChoiceField(label="What now", widget=forms.RadioSelect)
    decided_by = forms.CharField(
        label="Judge or panel", max_length=120, required=False, help_text="Who decided."
    )
    decided_on = forms.DateField(
        label="Day of the decision", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    reason = forms.CharField(
        label="Reason",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Needed to send back, refuse, deny or withdraw.",
    )

    def __init__(
        self,
        data: Mapping[str, object] | None = None,
        *,
        steps: tuple[Step, ...],
        **kwargs: object,
    ) -> None:
        """Build the form of the steps that may follow and the viewer may take."""
        self.steps = steps
        super().__init__(data, **kwargs)

    def prepare(self) -> None:
        """Offer only those steps, and ask who decided only where one of them says so."""
        super().prepare()
        self.offer("step", [(each.value, STEP_WORDS[each]) for each in self.steps])
        if not ASKS_RULING & set(self.steps):
            for name in ("decided_by", "decided_on"):
                self.fields.pop(name, None)


class SnoozeForm(EntryForm):
    """Why an opportunity is put off, and until when."""

    writes: ClassVar[Mapping[str, Source]] = {
        "code": (Snooze, "code"),
        "note": (Snooze, "note"),
        "until": (Snooze, "until"),
    }

    code = forms.ChoiceField(label="Why not now", choices=SnoozeCode.choices)
    note = forms.CharField(
        label="In your words",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Which program, say. It comes back by itself when a fact changes.",
    )
    until = forms.DateField(
        label="Until",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text="A year at most. Empty: only by a supervisor, until a fact changes.",
    )


class EligibleFilter(PlainForm):
    """Which list, and of what."""

    outcome = beside(
        forms.ChoiceField(
            label="Show",
            required=False,
            choices=[
                (Outcome.ELIGIBLE.value, "Eligible"),
                (Outcome.ALMOST.value, "Almost, one thing missing"),
            ],
        ),
        "",
    )
    opportunity = beside(
        forms.ChoiceField(
            label="For", required=False, choices=[("", "Everything"), *Opportunity.choices]
        ),
        "",
    )
    snoozed = forms.BooleanField(label="Put off too", required=False)


class WaitingFilter(PlainForm):
    """Where recommendations stand."""

    state = beside(
        forms.ChoiceField(
            label="Show",
            required=False,
            choices=[
                ("", "All that are open"),
                *(
                    (each.value, each.label)
                    for each in RecommendationState
                    if each.value not in ("denied", "withdrawn", "completed")
                ),
            ],
        ),
        "",
    )
