"""Victims, and attempts to tell them."""

from collections.abc import Mapping
from typing import ClassVar

from django import forms
from django.utils import timezone

from offenders.forms.entry import EntryForm
from ots.access.forms import Source
from ots.core.moments import Towards
from supervision.choices.victim_notice import Channel, NoticeResult
from supervision.forms.moments import MomentField
from supervision.models import NoticeAttempt, VictimParticulars

COLUMNS = (
    *("name", "preferred_name", "language", "channel", "wants_notice", "street", "city"),
    *("state", "postal_code", "phone", "email", "safety_note"),
)


class VictimForm(EntryForm):
    """Who the victim is and how to reach him or her."""

    writes: ClassVar[Mapping[str, Source]] = {name: (VictimParticulars, name) for name in COLUMNS}

    name = forms.CharField(label="Name", max_length=120)
    preferred_name = forms.CharField(label="Wants to be called", max_length=80, required=False)
    language = forms.CharField(label="Language", max_length=40, required=False)
    channel = forms.ChoiceField(label="How to tell", choices=Channel.choices)
    wants_notice = forms.BooleanField(label="Wants to be told", required=False, initial=True)
    phone = forms.CharField(label="Telephone", max_length=20, required=False)
    email = forms.EmailField(label="Email", max_length=120, required=False)
    street = forms.CharField(label="Street", max_length=120, required=False)
    city = forms.CharField(label="City", max_length=60, required=False)
    state = forms.CharField(label="State", max_length=2, required=False, initial="MI")
    postal_code = forms.CharField(label="ZIP code", max_length=10, required=False)
    safety_note = forms.CharField(
        label="How and when it is safe to reach",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class VictimCorrectForm(VictimForm):
    """What changed of a victim, and why."""

    writes: ClassVar[Mapping[str, Source]] = {
        **VictimForm.writes,
        "why": (VictimParticulars, "reason"),
    }

    why = forms.CharField(label="Why it is changed", max_length=200)


class NoticeAttemptForm(EntryForm):
    """One attempt to tell a victim."""

    writes: ClassVar[Mapping[str, Source]] = {
        "made_at": (NoticeAttempt, "made_at"),
        "channel": (NoticeAttempt, "channel"),
        "result": (NoticeAttempt, "result"),
        "note": (NoticeAttempt, "note"),
    }

    channel = forms.ChoiceField(label="How", choices=Channel.choices)
    result = forms.ChoiceField(label="What came of it", choices=NoticeResult.choices)
    made_at = MomentField(label="When", towards=Towards.PAST)
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def prepare(self) -> None:
        """Begin with this moment."""
        super().prepare()
        if "made_at" in self.fields:
            self.fields["made_at"].initial = f"today {timezone.localtime():%H:%M}"
