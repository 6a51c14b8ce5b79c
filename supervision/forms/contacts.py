"""Recording a contact and the next appointment in one short form."""

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from django import forms

from offenders.forms.entry import PersonEntryForm
from offenders.forms.fields import CountField, reason_field
from ots.core.moments import Towards
from supervision.choices.contact import ContactStatus, ContactType, Skill
from supervision.choices.setting import Setting, method_and_place
from supervision.forms.moments import MomentField
from supervision.models import Appointment, Contact, ContactPhoto
from supervision.selectors.contact_codes import (
    absences,
    attendances,
    attended,
    barriers,
    barriers_note,
    every_outcome,
)
from supervision.services.appointments import Plan
from supervision.services.contacts import Entry

ATTEMPTED = "attempted"
MOST_MINUTES = 600


class NextForm(PersonEntryForm):
    """Offers the next appointment in the same step."""

    next_starts = MomentField(label="Next appointment", towards=Towards.FUTURE, required=False)
    next_setting = forms.ChoiceField(label="Next: how and where", choices=Setting.choices)

    writes = {
        "next_starts": (Appointment, "starts_at"),
        "next_setting": (Appointment, "place"),
    }
    shown: ClassVar[tuple[str, ...]] = ()
    folded: ClassVar[tuple[str, ...]] = ()

    @property
    def first_fields(self) -> list[forms.BoundField]:
        """Return the fields that stand open."""
        return [self[name] for name in self.shown if name in self.fields]

    @property
    def next_fields(self) -> list[forms.BoundField]:
        """Return the fields of the next appointment."""
        names = ("next_starts", "next_setting")
        return [self[name] for name in names if name in self.fields]

    @property
    def folded_fields(self) -> list[forms.BoundField]:
        """Return the fields that are folded away."""
        return [self[name] for name in self.folded if name in self.fields]

    @property
    def folded_has_errors(self) -> bool:
        """Say whether the folded part has to stand open."""
        return any(name in self.errors for name in self.folded) if self.is_bound else False

    def plan(self) -> Plan | None:
        """Return the next appointment, if one was typed."""
        starts_at = self.cleaned_data.get("next_starts")
        if starts_at is None:
            return None
        method, place = method_and_place(self.cleaned_data["next_setting"])
        return Plan(starts_at=starts_at, method=method, place=place)


class ContactForm(NextForm):
    """What happened, how it went, a note, and the next appointment; the rest is folded away."""

    started = MomentField(label="When", towards=Towards.PAST)
    setting = forms.ChoiceField(label="How and where", choices=Setting.choices)
    outcome = forms.ChoiceField(label="How it went", widget=forms.RadioSelect)
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea(attrs={"rows": 4}))
    contact_type = forms.ChoiceField(label="With whom", choices=ContactType.choices)
    collateral = forms.CharField(
        label="Who else was spoken to",
        required=False,
        max_length=120,
        help_text="Name and what he or she is, for example: Ann Roe, employer",
    )
    present = forms.CharField(label="Who else was there", required=False, max_length=200)
    minutes = CountField(label="Minutes", most=MOST_MINUTES)
    skills = forms.MultipleChoiceField(
        label="Skills used",
        required=False,
        choices=Skill.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    saw_employment = forms.BooleanField(label="Employment was verified", required=False)
    led_to_arrest = forms.BooleanField(label="It led to an arrest", required=False)
    is_unannounced = forms.BooleanField(label="Unannounced", required=False)
    is_sensitive = forms.BooleanField(
        label="Sensitive: only for those who record contacts themselves", required=False
    )
    photo = forms.FileField(
        label="Picture",
        required=False,
        help_text="A JPEG or PNG file of at most 5 MB.",
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png"}),
    )

    shown = ("started", "setting", "outcome", "note")
    folded = (
        *("contact_type", "collateral", "present", "minutes", "skills"),
        *("saw_employment", "led_to_arrest", "is_unannounced", "is_sensitive", "photo"),
    )
    field_for: ClassVar[Mapping[str, str]] = {"image": "photo"}
    writes = {
        "started": (Contact, "started_at"),
        "setting": (Contact, "place"),
        "minutes": (Contact, "ended_at"),
        **NextForm.writes,
        "photo": (ContactPhoto, "image"),
        **{
            name: (Contact, name)
            for name in (
                *("outcome", "note", "contact_type", "collateral", "present", "skills"),
                *("saw_employment", "led_to_arrest", "is_unannounced", "is_sensitive"),
            )
        },
    }

    def prepare(self) -> None:
        """Offer what can have become of a contact that was made or tried."""
        super().prepare()
        tried = (ATTEMPTED, str(ContactStatus.ATTEMPTED.label))
        self.offer("outcome", [*attendances(), tried])

    def entry(self, *, address_id: int | None) -> Entry:
        """Return what was told of the contact."""
        told = self.cleaned_data
        method, place = method_and_place(told["setting"])
        tried = told["outcome"] == ATTEMPTED
        return Entry(
            started_at=told["started"],
            status=ContactStatus.ATTEMPTED if tried else ContactStatus.COMPLETED,
            outcome="" if tried else told["outcome"],
            method=method,
            place=place,
            minutes=told["minutes"],
            contact_type=told["contact_type"],
            collateral=told["collateral"],
            present=told["present"],
            skills=tuple(told["skills"]),
            saw_employment=told["saw_employment"],
            led_to_arrest=told["led_to_arrest"],
            is_unannounced=told["is_unannounced"],
            is_sensitive=told["is_sensitive"],
            note=told["note"],
            address_id=address_id if told["setting"] == Setting.HOME else None,
        )


class MissedForm(NextForm):
    """A missed appointment: what became of it, what stood in the way, and what comes next."""

    started = MomentField(label="When it should have been", towards=Towards.PAST)
    setting = forms.ChoiceField(label="How and where", choices=Setting.choices)
    outcome = forms.ChoiceField(label="What became of it")
    barrier = forms.ChoiceField(label="What stood in the way", required=False)
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea(attrs={"rows": 3}))

    shown = ("started", "setting", "outcome", "barrier", "note")
    writes = {
        "started": (Contact, "started_at"),
        "setting": (Contact, "place"),
        "outcome": (Contact, "outcome"),
        "barrier": (Contact, "barrier"),
        "note": (Contact, "note"),
        **NextForm.writes,
    }

    def prepare(self) -> None:
        """Offer the absences; the first failure only to whom none counts yet."""
        super().prepare()
        self.offer("outcome", absences(self.person_id))
        self.offer("barrier", [("", "Choose"), *barriers()])
        self.fields["barrier"].help_text = barriers_note()

    def entry(self, *, address_id: int | None) -> Entry:
        """Return what was told of the missed appointment."""
        told = self.cleaned_data
        method, place = method_and_place(told["setting"])
        return Entry(
            started_at=told["started"],
            status=ContactStatus.MISSED,
            outcome=told["outcome"],
            barrier=told["barrier"],
            method=method,
            place=place,
            note=told["note"],
            address_id=address_id if told["setting"] == Setting.HOME else None,
        )


class CorrectionForm(PersonEntryForm):
    """A contact as it really was."""

    started = MomentField(label="When", towards=Towards.PAST)
    setting = forms.ChoiceField(label="How and where", choices=Setting.choices)
    outcome = forms.ChoiceField(label="How it went")
    barrier = forms.ChoiceField(label="What stood in the way", required=False)
    collateral = forms.CharField(label="Who else was spoken to", required=False, max_length=120)
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea(attrs={"rows": 4}))
    why = reason_field("The time was typed wrong")

    writes = {
        "started": (Contact, "started_at"),
        "setting": (Contact, "place"),
        "outcome": (Contact, "outcome"),
        "barrier": (Contact, "barrier"),
        "collateral": (Contact, "collateral"),
        "note": (Contact, "note"),
        # Who may correct the contact may say why.
        "why": (Contact, "note"),
    }

    def prepare(self) -> None:
        """Offer all that can have become of it."""
        super().prepare()
        tried = (ATTEMPTED, str(ContactStatus.ATTEMPTED.label))
        self.offer("outcome", [*every_outcome(), tried])
        self.offer("barrier", [("", "None"), *barriers()])

    def entry(self, before: Entry) -> Entry:
        """Return the contact as corrected; what the form does not ask stays as it was."""
        told = self.cleaned_data
        method, place = method_and_place(told["setting"])
        return replace(
            before,
            started_at=told["started"],
            status=_status(told["outcome"]),
            outcome="" if told["outcome"] == ATTEMPTED else told["outcome"],
            barrier=told["barrier"],
            method=method,
            place=place,
            collateral=told["collateral"],
            note=told["note"],
        )


def _status(outcome: str) -> ContactStatus:
    if outcome == ATTEMPTED:
        return ContactStatus.ATTEMPTED
    return ContactStatus.COMPLETED if attended(outcome) else ContactStatus.MISSED
