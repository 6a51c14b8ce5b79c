"""Drawing a zone."""

from collections.abc import Mapping
from typing import ClassVar

from django import forms
from django.utils import timezone

from offenders.forms.entry import EntryForm
from offenders.forms.fields import DayField, reason_field
from ots.access.categories import Category
from ots.access.forms import PlainForm, Source
from supervision.choices.condition import ZoneKind, ZoneShape
from supervision.models import Zone
from supervision.rules.conditions.coordinates import meters, place_in, places_in
from supervision.rules.conditions.reading import DAYS, ParameterKind, UnreadableError, read_answer
from supervision.rules.conditions.zones import Place
from supervision.services.conditions.zones import ZoneEntry

WIDTHS_M = [("1000", "1 km"), ("3000", "3 km"), ("10000", "10 km"), ("40000", "40 km")]


class PlacesField(forms.CharField):
    """Places, one a line."""

    widget = forms.Textarea(attrs={"rows": 6, "spellcheck": "false"})

    def to_python(self, value: str | None) -> tuple[Place, ...]:  # type: ignore[override]  # read
        """Read the places; the message names the line that is none."""
        try:
            return places_in(super().to_python(value) or "")
        except UnreadableError as error:
            raise forms.ValidationError(str(error)) from error


class HourField(forms.CharField):
    """A time of day, typed as 9 pm or 21:00."""

    def to_python(self, value: str | None) -> str:
        """Read the time as 21:00; nothing where nothing was typed."""
        try:
            return str(read_answer(ParameterKind.TIME, super().to_python(value) or "") or "")
        except UnreadableError as error:
            raise forms.ValidationError(str(error)) from error


class ZoneForm(EntryForm):
    """Where the zone is, what it asks, and when it holds."""

    label = forms.CharField(label="Name of the zone", max_length=80)
    kind = forms.ChoiceField(
        label="What it asks", choices=ZoneKind.choices, widget=forms.RadioSelect
    )
    shape = forms.ChoiceField(
        label="How it is drawn", choices=ZoneShape.choices, widget=forms.RadioSelect
    )
    points = PlacesField(
        label="Points",
        help_text="One a line, latitude and longitude, as 42.7325, -84.5555. A circle has one.",
    )
    feet = forms.IntegerField(
        label="Radius, margin or half the width, in feet",
        required=False,
        min_value=0,
        max_value=500_000,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    began_on = DayField(label="Holds from")
    days = forms.MultipleChoiceField(
        label="On which days",
        choices=[(each, each) for each in DAYS],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="None ticked: every day.",
    )
    from_time = HourField(label="From", required=False, help_text="As 9 pm; empty: all day.")
    until_time = HourField(label="Until", required=False)
    is_victim_related = forms.BooleanField(
        label="It protects a victim",
        required=False,
        help_text="Then only those who see victims see where it is.",
    )
    is_hidden_from_person = forms.BooleanField(
        label="Keep it off everything that is handed to the person", required=False
    )

    writes: ClassVar[Mapping[str, Source]] = {
        "feet": (Zone, "buffer_m"),
        **{
            name: (Zone, name)
            for name in (
                "label",
                "kind",
                "shape",
                "points",
                "began_on",
                "days",
                "from_time",
                "until_time",
                "is_victim_related",
                "is_hidden_from_person",
            )
        },
    }

    def prepare(self) -> None:
        """Take today unless told; only those who see victims may say that one is protected."""
        super().prepare()
        self.initial.setdefault("began_on", timezone.localdate())
        if not self.viewer.may_category(Category.VICTIM):
            del self.fields["is_victim_related"]

    def entry(self) -> ZoneEntry:
        """Return the zone as it was drawn."""
        entered = self.cleaned_data
        clock = forms.TimeField(required=False)
        return ZoneEntry(
            label=entered["label"],
            kind=entered["kind"],
            shape=entered["shape"],
            points=[(each.latitude, each.longitude) for each in entered["points"]],
            buffer_m=meters(entered["feet"] or 0),
            began_on=entered["began_on"],
            days=entered["days"],
            from_time=clock.clean(entered["from_time"]),
            until_time=clock.clean(entered["until_time"]),
            is_victim_related=entered.get("is_victim_related", False),
            is_hidden_from_person=entered["is_hidden_from_person"],
        )


class ZoneEndForm(EntryForm):
    """From which day a zone no longer holds, and why."""

    on = DayField(label="First day without it")
    reason = reason_field("The victim moved.")

    writes: ClassVar[Mapping[str, Source]] = {"on": (Zone, "ended_on")}
    unstored = frozenset({"token", "reason"})


class WindowForm(PlainForm):
    """Which part of the earth the sheet shows."""

    center = forms.CharField(label="Middle of the map", max_length=60)
    width = forms.ChoiceField(label="Width", choices=WIDTHS_M)

    def clean_center(self) -> Place:
        """Read the place."""
        return _place(self.cleaned_data["center"])


class PlaceForm(PlainForm):
    """A place to look for in the zones."""

    place = forms.CharField(
        label="Is this place in a zone?",
        max_length=60,
        help_text="Latitude and longitude, as 42.7325, -84.5555.",
    )

    def clean_place(self) -> Place:
        """Read the place."""
        return _place(self.cleaned_data["place"])


def _place(text: str) -> Place:
    try:
        return place_in(text)
    except UnreadableError as error:
        raise forms.ValidationError(str(error)) from error
