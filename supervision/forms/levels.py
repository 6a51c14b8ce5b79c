"""Setting the level of supervision."""

from collections.abc import Mapping
from typing import ClassVar

from django import forms
from django.utils import timezone

from offenders.forms.entry import EntryForm
from offenders.forms.fields import DayField
from ots.access.forms import Source
from ots.access.permissions import Permission
from supervision.choices.level import OVERRIDES, LevelBasis
from supervision.choices.period import CLOSEST_FIRST
from supervision.models import LevelPeriod
from supervision.services.levels import LevelEntry


class LevelForm(EntryForm):
    """The level, what it rests on, and when it is looked at again."""

    level = forms.ChoiceField(
        label="Level", choices=[(each.value, each.label) for each in CLOSEST_FIRST]
    )
    basis = forms.ChoiceField(label="What it rests on", choices=LevelBasis.choices)
    began_on = DayField(label="From")
    review_due_on = DayField(label="To be looked at again by", required=False)
    reason = forms.CharField(
        label="Reason",
        max_length=200,
        required=False,
        help_text="Needed for an override: why the level differs from what the scores name.",
    )

    writes: ClassVar[Mapping[str, Source]] = {
        name: (LevelPeriod, name) for name in ("level", "basis", "began_on", "review_due_on")
    }
    unstored = frozenset({"token", "reason"})

    def prepare(self) -> None:
        """Offer an override to those who may approve it; take today unless told."""
        super().prepare()
        self.initial.setdefault("began_on", timezone.localdate())
        if not self.viewer.may(Permission.LEVEL_OVERRIDE):
            choices = [each for each in LevelBasis.choices if each[0] not in OVERRIDES]
            self.offer("basis", choices)

    def entry(self) -> LevelEntry:
        """Return the level that was entered."""
        entered = self.cleaned_data
        return LevelEntry(
            level=entered["level"],
            basis=entered["basis"],
            began_on=entered["began_on"],
            review_due_on=entered["review_due_on"],
            reason=entered["reason"],
        )
