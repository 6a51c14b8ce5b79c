"""Safety of visits: reviewing a place, leaving, coming back, near misses, the word for danger."""

from decimal import Decimal
from typing import Final

from django import forms

from offenders.forms.entry import PersonEntryForm
from ots.access.forms import PlainForm
from ots.core.moments import Towards
from supervision.choices.message import Channel, Language
from supervision.choices.safety import Caution, Hazard, NearMissKind, VisitPolicy
from supervision.forms.moments import MomentField
from supervision.models import NearMiss, ReminderWish, SafetyProfile
from supervision.services.outings import Leaving
from supervision.services.safety import SafetyReview

LENGTHS: Final = [(30, "30 minutes"), (60, "1 hour"), (90, "1½ hours"), (120, "2 hours")]
LENGTHS_OF_DAY: Final = [*LENGTHS, (180, "3 hours"), (240, "4 hours")]


class SafetyForm(PersonEntryForm):
    """What an agent must know before going."""

    policy = forms.ChoiceField(
        label="How to go", choices=VisitPolicy.choices, widget=forms.RadioSelect
    )
    hazards = forms.MultipleChoiceField(
        label="Dangers of the place",
        required=False,
        choices=Hazard.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    cautions = forms.MultipleChoiceField(
        label="Cautions about the person",
        required=False,
        choices=Caution.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    advice = forms.CharField(
        label="Advice",
        required=False,
        help_text="Where to park, which door, whom to call.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    latitude = forms.DecimalField(
        label="Latitude",
        required=False,
        min_value=Decimal(-90),
        max_value=Decimal(90),
        decimal_places=5,
        help_text="If you know it, for example 42.73254: the route is then in order of nearness.",
    )
    longitude = forms.DecimalField(
        label="Longitude",
        required=False,
        min_value=Decimal(-180),
        max_value=Decimal(180),
        decimal_places=5,
        help_text="For example -84.55553",
    )

    writes = {
        name: (SafetyProfile, name)
        for name in ("policy", "hazards", "cautions", "advice", "latitude", "longitude")
    }

    def clean(self) -> dict[str, object]:
        """Ask for both coordinates or none."""
        told = super().clean() or {}
        if (told.get("latitude") is None) != (told.get("longitude") is None):
            self.add_error("longitude", "Give both latitude and longitude, or neither.")
        return told

    def review(self) -> SafetyReview:
        """Return what was found."""
        told = self.cleaned_data
        return SafetyReview(
            hazards=tuple(told["hazards"]),
            cautions=tuple(told["cautions"]),
            policy=told["policy"],
            advice=told["advice"],
            latitude=told.get("latitude"),
            longitude=told.get("longitude"),
        )


class NearMissForm(PersonEntryForm):
    """What nearly went wrong; the button of a kind is the whole report."""

    kind = forms.ChoiceField(label="What", choices=NearMissKind.choices, widget=forms.RadioSelect)
    happened = MomentField(label="When", towards=Towards.PAST)
    what = forms.CharField(label="In a few words", required=False, max_length=300)

    writes = {
        "kind": (NearMiss, "kind"),
        "happened": (NearMiss, "happened_at"),
        "what": (NearMiss, "what"),
    }


class LeaveForm(PlainForm):
    """Whom the agent visits, how long it takes, with whom and what car."""

    people = forms.MultipleChoiceField(
        label="Whom you visit", required=False, widget=forms.CheckboxSelectMultiple
    )
    minutes = forms.TypedChoiceField(
        label="Back in", choices=LENGTHS_OF_DAY, coerce=int, initial=60
    )
    partner = forms.CharField(label="With whom", required=False, max_length=120)
    vehicle = forms.CharField(label="Car", required=False, max_length=60)

    def offer_people(self, people: list[tuple[str, str]]) -> None:
        """Offer the people of the day's visits, all ticked."""
        if not people:
            del self.fields["people"]
            return
        field = self.fields["people"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = people
        self.initial.setdefault("people", [key for key, _ in people])

    def leaving(self) -> Leaving:
        """Return what was told."""
        told = self.cleaned_data
        return Leaving(
            people=tuple(int(key) for key in told.get("people", ())),
            minutes=told["minutes"],
            partner=told["partner"],
            vehicle=told["vehicle"],
        )


class BackForm(PlainForm):
    """The word at coming back: anything, or the word for danger."""

    word = forms.CharField(
        label="How was it?",
        required=False,
        max_length=80,
        help_text="Anything you like. The word you agreed on calls for help.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class DuressWordForm(PlainForm):
    """The word that calls for help."""

    word = forms.CharField(
        label="Your word for danger",
        max_length=40,
        help_text="An everyday word that nobody wonders about, for example: umbrella. "
        "It is kept sealed and never shown again.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class ReminderWishForm(PersonEntryForm):
    """How the person is reminded."""

    opted_out = forms.BooleanField(label="No reminders", required=False)
    channel = forms.ChoiceField(
        label="By", choices=Channel.choices, widget=forms.RadioSelect, initial=Channel.SMS
    )
    phone = forms.CharField(
        label="Telephone for text messages",
        required=False,
        max_length=20,
        help_text="Empty: the mobile number on record.",
    )
    email = forms.EmailField(label="E-mail", required=False)
    language = forms.ChoiceField(label="Language", choices=Language.choices)

    writes = {
        name: (ReminderWish, name)
        for name in ("opted_out", "channel", "phone", "email", "language")
    }

    def clean(self) -> dict[str, object]:
        """Ask for an address where e-mail is wished."""
        told = super().clean() or {}
        wants_mail = told.get("channel") == Channel.EMAIL and not told.get("opted_out")
        if wants_mail and not told.get("email") and "email" not in self.errors:
            self.add_error("email", "Type the address to which reminders go.")
        return told


class LongerForm(PlainForm):
    """How much longer it takes."""

    minutes = forms.TypedChoiceField(
        label="Longer by", choices=[(15, "15 minutes"), *LENGTHS[:2]], coerce=int
    )
