"""Referrals, their steps, and sessions."""

from collections.abc import Mapping, Sequence
from datetime import date

from django import forms
from django.utils import timezone

from offenders.forms.entry import EntryForm
from offenders.forms.fields import DayField
from ots.access.forms import PlainForm
from ots.access.viewer import Viewer
from supervision.choices.program import EndReason, SessionOutcome
from supervision.models import ProgramSession, Referral, ReferralStep
from supervision.models.program import STATES
from supervision.rules.participation import OPENING
from supervision.selectors.programs import Participant, listed_programs, program_choices
from supervision.services.programs import ReferralEntry, SessionEntry, StepEntry

BEGINS = [pair for pair in STATES if pair[0] in {each.value for each in OPENING}]
MOST_MINUTES = 600


class ReferralForm(EntryForm):
    """To which program, and what for."""

    program = forms.ChoiceField(label="Program")
    state = forms.ChoiceField(label="Now", choices=BEGINS, initial="referred")
    on = DayField(label="On")
    need = forms.CharField(label="What it is to help with", required=False, max_length=120)
    is_ordered = forms.BooleanField(label="A condition orders it", required=False)
    target_hours = forms.DecimalField(
        label="Hours to be done",
        required=False,
        min_value=0,
        decimal_places=2,
        max_digits=6,
        help_text="Leave empty to take the program's own.",
    )

    writes = {
        **{name: (Referral, name) for name in ("program", "need", "is_ordered", "target_hours")},
        "state": (ReferralStep, "state"),
        "on": (ReferralStep, "on"),
    }

    def prepare(self) -> None:
        """Offer the programs."""
        super().prepare()
        self.offer("program", [("", "Choose"), *program_choices()])

    def entry(self) -> ReferralEntry:
        """Return what was entered."""
        entered = self.cleaned_data
        return ReferralEntry(
            program_id=int(entered["program"]),
            state=entered["state"],
            on=entered["on"],
            need=entered["need"],
            is_ordered=entered["is_ordered"],
            target_hours=entered["target_hours"],
        )


class ReferralStepForm(EntryForm):
    """Where the referral goes from here."""

    state = forms.ChoiceField(label="Now")
    on = DayField(label="Since")
    why = forms.ChoiceField(label="Why", choices=EndReason.choices, required=False)
    note = forms.CharField(label="Note", required=False, max_length=300)

    writes = {name: (ReferralStep, name) for name in ("state", "on", "why", "note")}

    def __init__(
        self,
        data: Mapping[str, object] | None,
        *,
        viewer: Viewer,
        may_follow: Sequence[tuple[str, str]],
    ) -> None:
        """Build the form for a referral: it offers what may follow."""
        self.may_follow = may_follow
        super().__init__(data, viewer=viewer, initial={"on": timezone.localdate()})

    def prepare(self) -> None:
        """Offer what may follow."""
        super().prepare()
        self.offer("state", self.may_follow)

    def entry(self) -> StepEntry:
        """Return what was entered."""
        return StepEntry(**{name: self.cleaned_data[name] for name in self.writes})


class ProgramSessionForm(EntryForm):
    """How a session went."""

    held_on = DayField(label="Held on")
    outcome = forms.ChoiceField(label="How it went", choices=SessionOutcome.choices)
    minutes = forms.IntegerField(
        label="Minutes", required=False, min_value=0, max_value=MOST_MINUTES
    )
    note = forms.CharField(label="Note", required=False, max_length=300)

    writes = {name: (ProgramSession, name) for name in ("held_on", "outcome", "minutes", "note")}

    def entry(self) -> SessionEntry:
        """Return what was entered."""
        entered = self.cleaned_data
        return SessionEntry(
            held_on=entered["held_on"],
            outcome=entered["outcome"],
            minutes=entered["minutes"] or 0,
            note=entered["note"],
        )


class WhichSessionForm(PlainForm):
    """Which program's list."""

    program = forms.ChoiceField(label="Program")

    def prepare(self) -> None:
        """Offer the programs whose sessions are entered as a list."""
        field = self.fields["program"]
        if isinstance(field, forms.ChoiceField):
            field.choices = listed_programs()


class SessionListForm(EntryForm):
    """One session of a program: who came, who was excused, and for how long."""

    held_on = DayField(label="Held on")
    minutes = forms.IntegerField(label="Minutes", min_value=1, max_value=MOST_MINUTES, initial=90)
    came = forms.MultipleChoiceField(
        label="Who came", required=False, widget=forms.CheckboxSelectMultiple
    )
    excused = forms.MultipleChoiceField(
        label="Absent, excused", required=False, widget=forms.CheckboxSelectMultiple
    )
    rest = forms.BooleanField(label="Record everybody else as absent", required=False, initial=True)

    writes = {
        "held_on": (ProgramSession, "held_on"),
        "minutes": (ProgramSession, "minutes"),
        **dict.fromkeys(("came", "excused", "rest"), (ProgramSession, "outcome")),
    }

    def __init__(
        self,
        data: Mapping[str, object] | None,
        *,
        viewer: Viewer,
        participants: Sequence[Participant],
    ) -> None:
        """Build the form with those who take part."""
        self.participants = participants
        super().__init__(data, viewer=viewer, initial={"held_on": timezone.localdate()})

    def prepare(self) -> None:
        """Offer those who take part."""
        super().prepare()
        names = [(str(each.referral_id), each.name) for each in self.participants]
        self.offer("came", names)
        self.offer("excused", names)

    def clean(self) -> dict[str, object]:
        """Refuse one who came and was excused."""
        entered = super().clean() or self.cleaned_data
        if set(entered.get("came", ())) & set(entered.get("excused", ())):
            self.add_error("excused", "Somebody is ticked twice: who came was not absent.")
        return entered

    def entries(self) -> list[tuple[int, int, SessionEntry]]:
        """Return what was entered, person by person; who has no entry is left out."""
        found = [(each, self._outcome(str(each.referral_id))) for each in self.participants]
        return [
            (each.person_id, each.referral_id, self._session(outcome))
            for each, outcome in found
            if outcome is not None
        ]

    def _outcome(self, referral: str) -> SessionOutcome | None:
        entered = self.cleaned_data
        if referral in entered["came"]:
            return SessionOutcome.ATTENDED
        if referral in entered["excused"]:
            return SessionOutcome.EXCUSED
        return SessionOutcome.UNEXCUSED if entered["rest"] else None

    def _session(self, outcome: SessionOutcome) -> SessionEntry:
        held_on: date = self.cleaned_data["held_on"]
        minutes = self.cleaned_data["minutes"] if outcome is SessionOutcome.ATTENDED else 0
        return SessionEntry(held_on, outcome.value, minutes)
