"""The violation report, the steps of a proceeding, findings, what was decided, time limits."""

from collections.abc import Sequence

from django import forms

from offenders.forms.entry import EntryForm, PersonEntryForm
from offenders.forms.fields import DayField, chosen
from offenders.selectors.custody import facility_choices
from offenders.selectors.reading import Reading
from ots.core.moments import Towards
from supervision.choices import proceeding as choices
from supervision.forms.moments import MomentField
from supervision.models import (
    ClockMark,
    Finding,
    Incident,
    ProceedingStep,
    ViolationDisposition,
    ViolationReport,
)
from supervision.rules.clock_rules import RULES
from supervision.rules.proceeding import Move
from supervision.selectors.proceedings import incident_choices
from supervision.services.hearings import Decision
from supervision.services.proceeding_effects import StepDetails
from supervision.services.proceedings import ReportText

TEXT_AREA = {"rows": 3}
# What a court or a board decided is said, never taken from the first of a list.
CHOOSE = ("", "Choose")
REPORT_FIELDS = (
    "incidents",
    "route",
    "what_led",
    "response_so_far",
    "alternatives",
    "alternatives_note",
    "recommendation",
    "vulnerabilities",
    "arrest_note",
    "is_immediate_danger",
    "left_treatment",
    "is_swift_and_sure",
    "asks_revocation",
)


def _text(label: str) -> forms.CharField:
    return forms.CharField(label=label, required=False, widget=forms.Textarea(attrs=TEXT_AREA))


class ViolationReportForm(PersonEntryForm):
    """What the agent reports to supervisor, specialist, court and board."""

    incidents = forms.MultipleChoiceField(label="Violations", widget=forms.CheckboxSelectMultiple)
    route = forms.ChoiceField(label="You ask for", choices=choices.Route.choices)
    what_led = _text("What led to this")
    response_so_far = _text("How the person responded to supervision so far")
    alternatives = forms.MultipleChoiceField(
        label="What was tried before",
        required=False,
        choices=choices.Alternative.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    alternatives_note = _text("How that went")
    recommendation = _text("What you recommend, and why")
    vulnerabilities = forms.MultipleChoiceField(
        label="What those who hold the person have to know",
        required=False,
        choices=choices.Vulnerability.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    arrest_note = forms.CharField(
        label="For an arrest: dogs, weapons, children", required=False, max_length=500
    )
    is_immediate_danger = forms.BooleanField(
        label="There is immediate danger to the person or others", required=False
    )
    left_treatment = forms.BooleanField(label="Left in-patient treatment", required=False)
    is_swift_and_sure = forms.BooleanField(label="A Swift and Sure case", required=False)
    asks_revocation = forms.BooleanField(label="Asks for revocation", required=False)

    writes = {name: (ViolationReport, name) for name in REPORT_FIELDS}

    def prepare(self) -> None:
        """Offer the violations that are still held against the person."""
        super().prepare()
        self.known = incident_choices(Reading(self.viewer), self.person_id)
        self.offer("incidents", [(str(each.pk), str(each.code)) for each in self.known])

    @property
    def incidents_chosen(self) -> Sequence[Incident]:
        """Return the violations that were ticked."""
        ticked = set(self.cleaned_data["incidents"])
        return [each for each in self.known if str(each.pk) in ticked]

    def text(self) -> ReportText:
        """Return what was written."""
        told = {name: self.cleaned_data[name] for name in REPORT_FIELDS if name != "incidents"}
        return ReportText(**told)


class StepForm(EntryForm):
    """One step; what it asks for depends on the step."""

    move = forms.ChoiceField(
        label="Step",
        choices=[(each.value, each.value) for each in Move],
        widget=forms.HiddenInput,
    )
    at = MomentField(label="When, if not just now", towards=Towards.PAST, required=False)
    hearing_at = MomentField(label="Hearing on", towards=Towards.FUTURE, required=False)
    decision = forms.ChoiceField(
        label="Decision",
        required=False,
        choices=[CHOOSE, *choices.SpecialistDecision.choices],
    )
    warrant_number = forms.CharField(label="Number of the warrant", required=False, max_length=40)
    facility = forms.ChoiceField(label="Held in", required=False)
    note = _text("Note")

    writes = {
        "move": (ProceedingStep, "move"),
        "at": (ProceedingStep, "at"),
        "hearing_at": (ProceedingStep, "hearing_at"),
        "decision": (ProceedingStep, "decision"),
        "warrant_number": (ProceedingStep, "warrant"),
        "facility": (ProceedingStep, "custody"),
        "note": (ProceedingStep, "note"),
    }

    def prepare(self) -> None:
        """Offer the jails."""
        super().prepare()
        self.offer("facility", [("", "Not held, or recorded already"), *facility_choices()])

    def details(self) -> StepDetails:
        """Return what was told of the step."""
        told = self.cleaned_data
        return StepDetails(
            note=told["note"],
            decision=told["decision"],
            hearing_at=told["hearing_at"],
            warrant_number=told.get("warrant_number", ""),
            facility_id=chosen(told.get("facility", "")),
        )


# What a step asks for beside its time and a note.
ASKED = {
    Move.SPECIALIST_PROCEED: ("decision",),
    Move.ISSUE_WARRANT: ("warrant_number",),
    Move.ARREST: ("facility",),
    Move.SET_HEARING: ("hearing_at",),
    Move.ADJOURN: ("hearing_at",),
}


class FindingForm(EntryForm):
    """What was found about one violation."""

    outcome = forms.ChoiceField(label="Found", choices=[CHOOSE, *choices.FindingOutcome.choices])
    found_on = DayField(label="On")

    writes = {"outcome": (Finding, "outcome"), "found_on": (Finding, "found_on")}


class DispositionForm(EntryForm):
    """What was decided."""

    outcome = forms.ChoiceField(label="Decided", choices=[CHOOSE, *choices.Outcome.choices])
    body = forms.ChoiceField(label="By", choices=[CHOOSE, *choices.Body.choices])
    decided_on = DayField(label="On")
    jail_days = forms.IntegerField(
        label="Days of jail", required=False, min_value=0, max_value=9999
    )
    note = _text("Note")

    writes = {
        name: (ViolationDisposition, name)
        for name in ("outcome", "body", "decided_on", "jail_days", "note")
    }

    def entry(self) -> Decision:
        """Return what was decided."""
        told = self.cleaned_data
        return Decision(
            outcome=told["outcome"],
            body=told["body"],
            decided_on=told["decided_on"],
            jail_days=told["jail_days"] or 0,
            note=told["note"],
        )


class ClockForm(EntryForm):
    """What happened to a time limit."""

    clock = forms.ChoiceField(
        label="Time limit", choices=[(each.key, each.title) for each in RULES]
    )
    move = forms.ChoiceField(label="It", choices=choices.ClockMove.choices)
    standstill = forms.ChoiceField(
        label="Why it stands still",
        required=False,
        choices=[("", "It does not"), *choices.StandstillReason.choices],
    )
    at = MomentField(label="When", towards=Towards.PAST)

    writes = {name: (ClockMark, name) for name in ("clock", "move", "standstill", "at")}
