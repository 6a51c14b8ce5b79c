"""Out of touch: opening, attempts, closing."""

from collections.abc import Mapping
from typing import ClassVar

from django import forms
from django.utils import timezone

from offenders.forms.entry import EntryForm
from ots.access.forms import Source
from ots.core.moments import Towards
from supervision.choices.absconding import AttemptMethod, AttemptResult, ClosingReason
from supervision.forms.moments import MomentField
from supervision.models import AbscondingEpisode, LocateAttempt


def day_input() -> forms.DateInput:
    """Return the input of a day."""
    return forms.DateInput(attrs={"type": "date"})


class EpisodeForm(EntryForm):
    """Since when, and what those who look should know."""

    writes: ClassVar[Mapping[str, Source]] = {
        "began_on": (AbscondingEpisode, "began_on"),
        "last_contact_on": (AbscondingEpisode, "last_contact_on"),
        "cautions": (AbscondingEpisode, "cautions"),
        "vehicles": (AbscondingEpisode, "vehicles"),
    }

    began_on = forms.DateField(
        label="Out of touch since",
        widget=day_input(),
        help_text="The day of the first contact that did not come about.",
    )
    last_contact_on = forms.DateField(label="Last contact", required=False, widget=day_input())
    cautions = forms.CharField(
        label="Cautions", required=False, max_length=200, help_text="Dogs, weapons, assaults …"
    )
    vehicles = forms.CharField(
        label="Vehicles", required=False, max_length=200, help_text="Make, color, plate."
    )


class AttemptForm(EntryForm):
    """One attempt: when, how, what came of it."""

    writes: ClassVar[Mapping[str, Source]] = {
        "made_at": (LocateAttempt, "made_at"),
        "method": (LocateAttempt, "method"),
        "result": (LocateAttempt, "result"),
        "note": (LocateAttempt, "note"),
    }

    method = forms.ChoiceField(label="What you did", choices=AttemptMethod.choices)
    result = forms.ChoiceField(label="What came of it", choices=AttemptResult.choices)
    made_at = MomentField(label="When", towards=Towards.PAST)
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def prepare(self) -> None:
        """Begin with this moment."""
        super().prepare()
        now = timezone.localtime()
        self.fields["made_at"].initial = f"today {now:%H:%M}"


class EpisodeCloseForm(EntryForm):
    """How and when it ended."""

    writes: ClassVar[Mapping[str, Source]] = {
        "ended_on": (AbscondingEpisode, "ended_on"),
        "closing_reason": (AbscondingEpisode, "closing_reason"),
        "note": (AbscondingEpisode, "closing_reason"),
    }

    closing_reason = forms.ChoiceField(
        label="How it ended", choices=[("", "Choose"), *ClosingReason.choices]
    )
    ended_on = forms.DateField(label="On", widget=day_input())
    note = forms.CharField(label="Note", required=False, max_length=200)
