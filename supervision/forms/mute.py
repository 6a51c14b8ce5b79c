"""Muting a line of the day's list."""

from collections.abc import Mapping
from typing import ClassVar

from django import forms
from django.utils import timezone

from offenders.forms.entry import EntryForm
from offenders.forms.fields import DayField
from ots.access.forms import Source
from supervision.models import Mute
from supervision.rules.policy import LONGEST_MUTE, in_words


class MuteForm(EntryForm):
    """Why a line is not to be shown, and until when."""

    writes: ClassVar[Mapping[str, Source]] = {"why": (Mute, "why"), "until": (Mute, "until")}

    why = forms.CharField(
        label="Why not now",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Your supervisor reads it. For example: in hospital until the 9th.",
        error_messages={"required": "Say why it can wait."},
    )
    until = DayField(label="Show it again on")

    def __init__(self, data: Mapping[str, object] | None = None, **kwargs: object) -> None:
        """Say within how many days it has to be shown again."""
        super().__init__(data, **kwargs)
        if "until" in self.fields:
            longest = in_words(LONGEST_MUTE, timezone.localdate())
            self.fields["until"].help_text = f"Within {longest}."
