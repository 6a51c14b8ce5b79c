"""Making an appointment, and moving or cancelling one."""

from django import forms

from offenders.forms.entry import PersonEntryForm
from ots.core.moments import Towards
from supervision.choices.contact import ContactStatus, Purpose
from supervision.choices.setting import Setting, method_and_place
from supervision.forms.moments import MomentField
from supervision.models import Appointment, Contact
from supervision.services.appointments import Plan

LENGTHS = [(15, "15 minutes"), (30, "30 minutes"), (45, "45 minutes"), (60, "1 hour")]


class AppointmentForm(PersonEntryForm):
    """When, how and where to meet, and what for."""

    starts = MomentField(label="When", towards=Towards.FUTURE)
    setting = forms.ChoiceField(label="How and where", choices=Setting.choices)
    where = forms.CharField(label="Room or name of the place", required=False, max_length=120)
    minutes = forms.TypedChoiceField(label="How long", choices=LENGTHS, coerce=int, initial=30)
    purpose = forms.ChoiceField(label="What for", choices=Purpose.choices)
    is_unannounced = forms.BooleanField(
        label="Unannounced: the person is not reminded", required=False
    )

    writes = {
        "starts": (Appointment, "starts_at"),
        "setting": (Appointment, "place"),
        "where": (Appointment, "where"),
        "minutes": (Appointment, "minutes"),
        "purpose": (Appointment, "purpose"),
        "is_unannounced": (Appointment, "is_unannounced"),
    }

    def plan(self, *, address_id: int | None) -> Plan:
        """Return the appointment."""
        told = self.cleaned_data
        method, place = method_and_place(told["setting"])
        return Plan(
            starts_at=told["starts"],
            method=method,
            place=place,
            where=told["where"],
            minutes=told["minutes"],
            purpose=told["purpose"],
            is_unannounced=told["is_unannounced"],
            address_id=address_id if told["setting"] == Setting.HOME else None,
        )


class MoveForm(PersonEntryForm):
    """Another time for an appointment, or none; who asked for it, and why."""

    by = forms.ChoiceField(
        label="Who asks for it",
        choices=[("person", "The person"), ("staff", "We do")],
        widget=forms.RadioSelect,
        initial="person",
    )
    starts = MomentField(label="New time", towards=Towards.FUTURE, required=False)
    is_off = forms.BooleanField(label="Cancel it, no new time", required=False)
    why = forms.CharField(label="Why", max_length=200)

    writes = {
        "by": (Contact, "status"),
        "starts": (Appointment, "starts_at"),
        "is_off": (Contact, "status"),
        "why": (Contact, "note"),
    }

    def clean(self) -> dict[str, object]:
        """Ask for a new time, or for the word that there is none."""
        told = super().clean() or {}
        if not told.get("is_off") and not told.get("starts") and "starts" not in self.errors:
            self.add_error("starts", "Type the new time, or tick that it is cancelled.")
        return told

    def status(self) -> ContactStatus:
        """Return what becomes of the appointment."""
        by_staff = self.cleaned_data["by"] == "staff"
        if self.cleaned_data["is_off"]:
            return (
                ContactStatus.CANCELLED_BY_STAFF if by_staff else ContactStatus.CANCELLED_BY_PERSON
            )
        return ContactStatus.MOVED_BY_STAFF if by_staff else ContactStatus.MOVED_BY_PERSON
