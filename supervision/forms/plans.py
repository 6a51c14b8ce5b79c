"""Forms of a case plan, each short enough to fill in with the person at the table."""

from collections.abc import Mapping
from datetime import date

from django import forms
from django.utils import timezone

from offenders.forms.entry import PersonEntryForm
from offenders.forms.fields import DayField, reason_field
from supervision.choices.plan import (
    Need,
    PlanClosing,
    Progress,
    ReviewOccasion,
    Stage,
    StepKind,
    Who,
)
from supervision.models import (
    ActionStep,
    Goal,
    GoalProgress,
    PlanReview,
    PlanSignature,
    PlanState,
)
from supervision.services.plans import GoalEntry, StepEntry

CHOOSE = ("", "Choose")
Choices = list[tuple[str, str]]


class PlanBeginForm(PersonEntryForm):
    """Which assessment the plan answers."""

    scoring = forms.ChoiceField(label="Answers the needs of", required=False)

    writes = {"scoring": (PlanState, "scoring")}

    def __init__(
        self, data: Mapping[str, object] | None = None, *, offered: Choices, **kwargs: object
    ) -> None:
        """Offer the person's assessments, the newest chosen."""
        self.offered = offered
        super().__init__(data, **kwargs)  # type: ignore[arg-type]  # passed through

    def prepare(self) -> None:
        """Fill in the assessments."""
        super().prepare()
        self.offer("scoring", [*self.offered, ("", "No assessment yet")])


class GoalForm(PersonEntryForm):
    """A goal that can be told to be reached or not."""

    need = forms.ChoiceField(label="What it is about", choices=[CHOOSE, *Need.choices])
    statement = forms.CharField(
        label="The goal, in the person's own words",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    why_it_matters = forms.CharField(label="Why it matters to the person", max_length=500)
    strength = forms.CharField(label="What the person can build on", max_length=500)
    measure = forms.CharField(
        label="How we tell", max_length=200, help_text="For example: pay stubs, a certificate."
    )
    target = forms.CharField(
        label="Target", max_length=120, help_text="For example: 30 hours a week for three months."
    )
    by_date = DayField(label="By")
    stage = forms.ChoiceField(label="How ready the person is", choices=Stage.choices)
    conditions = forms.MultipleChoiceField(
        label="Conditions it serves", required=False, widget=forms.CheckboxSelectMultiple
    )

    writes = {
        name: (Goal, name)
        for name in (
            "need",
            "statement",
            "why_it_matters",
            "strength",
            "measure",
            "target",
            "by_date",
            "stage",
            "conditions",
        )
    }

    def __init__(
        self, data: Mapping[str, object] | None = None, *, offered: Choices, **kwargs: object
    ) -> None:
        """Offer the conditions that bind now."""
        self.offered = offered
        super().__init__(data, **kwargs)  # type: ignore[arg-type]  # passed through

    def prepare(self) -> None:
        """Fill in the conditions."""
        super().prepare()
        self.offer("conditions", self.offered)

    def entry(self) -> GoalEntry:
        """Return what was agreed."""
        entered = {name: self.cleaned_data[name] for name in self.writes}
        conditions = [int(key) for key in entered.pop("conditions")]
        return GoalEntry(**entered, conditions=conditions)


class GoalDropForm(PersonEntryForm):
    """Why a goal is set aside."""

    reason = reason_field("The person found a job on the own.")

    writes = {"reason": (Goal, "dropped_on")}


class StepForm(PersonEntryForm):
    """Who does what until when."""

    objective = forms.ChoiceField(label="Toward", required=False)
    new_objective = forms.CharField(
        label="New objective", required=False, max_length=500, help_text="A part of the goal."
    )
    what = forms.CharField(label="Step", max_length=500)
    who = forms.ChoiceField(label="Who", choices=Who.choices)
    kind = forms.ChoiceField(label="Kind", choices=StepKind.choices)
    due_on = DayField(label="By")
    incentive = forms.CharField(label="What the person earns by it", required=False, max_length=200)

    writes = {
        **{name: (ActionStep, name) for name in ("what", "who", "kind", "due_on", "incentive")},
        "objective": (ActionStep, "objective_number"),
        "new_objective": (ActionStep, "objective_number"),
    }

    def __init__(
        self, data: Mapping[str, object] | None = None, *, offered: Choices, **kwargs: object
    ) -> None:
        """Offer the goal's objectives."""
        self.offered = offered
        super().__init__(data, **kwargs)  # type: ignore[arg-type]  # passed through

    def prepare(self) -> None:
        """Fill in the objectives."""
        super().prepare()
        self.offer("objective", [*self.offered, ("", "A new objective, typed below")])

    def clean(self) -> dict[str, object]:
        """Ask for an objective, there already or new."""
        entered = super().clean() or self.cleaned_data
        if not entered.get("objective") and not entered.get("new_objective"):
            self.add_error("new_objective", "Name the objective that the step leads to.")
        return entered

    def entry(self) -> StepEntry:
        """Return what was agreed."""
        entered = {name: self.cleaned_data[name] for name in self.writes}
        chosen = entered.pop("objective")
        return StepEntry(**entered, objective=int(chosen) if chosen else None)


class PastDayForm(PersonEntryForm):
    """A form with a day that is not to come."""

    past: str

    def clean(self) -> dict[str, object]:
        """Refuse a day to come."""
        entered = super().clean() or self.cleaned_data
        day = entered.get(self.past)
        if isinstance(day, date) and day > timezone.localdate():
            self.add_error(self.past, "This day is still to come: give today or an earlier day.")
        return entered


class StepDoneForm(PastDayForm):
    """When it was done, and how long it took."""

    past = "done_on"
    done_on = DayField(label="Done on")
    minutes = forms.IntegerField(
        label="Minutes",
        min_value=0,
        max_value=6000,
        initial=0,
        help_text="Only what is on no other page: contacts and sessions count by themselves.",
    )

    writes = {name: (ActionStep, name) for name in ("done_on", "minutes")}


class ProgressForm(PastDayForm):
    """How far a goal has come."""

    past = "noted_on"
    progress = forms.TypedChoiceField(
        label="Progress", choices=Progress.choices, coerce=int, widget=forms.RadioSelect
    )
    stage = forms.ChoiceField(label="How ready the person is", choices=Stage.choices)
    note = forms.CharField(label="Note", required=False, max_length=500)
    noted_on = DayField(label="On")

    writes = {name: (GoalProgress, name) for name in ("progress", "stage", "note", "noted_on")}


class PlanSignForm(PastDayForm):
    """The person's signature with its witness; the agent signs by the own account."""

    past = "signed_on"
    name = forms.CharField(label="The person signs by typing their own name", max_length=120)
    witness = forms.CharField(label="Witness", max_length=120, help_text="Who saw the person sign.")
    signed_on = DayField(label="Signed on")

    writes = {name: (PlanSignature, name) for name in ("name", "witness", "signed_on")}


class PlanReviewForm(PastDayForm):
    """What was found when the plan was looked at."""

    past = "reviewed_on"
    occasion = forms.ChoiceField(label="Why now", choices=ReviewOccasion.choices)
    summary = forms.CharField(label="What was found", widget=forms.Textarea(attrs={"rows": 4}))
    reviewed_on = DayField(label="Reviewed on")

    writes = {name: (PlanReview, name) for name in ("occasion", "summary", "reviewed_on")}


class PlanCloseForm(PastDayForm):
    """Why and when the plan ends."""

    past = "closed_on"
    closing = forms.ChoiceField(label="Why", choices=[CHOOSE, *PlanClosing.choices])
    closed_on = DayField(label="Closed on")

    writes = {name: (PlanState, name) for name in ("closing", "closed_on")}
