"""Appointments that do not take place: another time instead, or none."""

from datetime import datetime

from django.db import transaction

from offenders.services.refusals import Objection, RefusedError, refuse_if_any
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from supervision.choices.contact import ContactStatus
from supervision.models import Appointment, Contact
from supervision.services.appointments import plan_objections, plan_of, write_appointment
from supervision.services.contacts import Entry, record_contact


@transaction.atomic
def move_appointment(  # noqa: PLR0913  who moves what to when, on whose word and why
    viewer: Viewer,
    person_id: int,
    appointment_id: int,
    *,
    starts_at: datetime,
    status: ContactStatus,
    reason: str,
) -> Appointment:
    """Put another time in place of an appointment; who asked and why stays in the log."""
    viewer.require(Permission.VISIT_RECORD)
    found = _found(person_id, appointment_id)
    plan = plan_of(found, starts_at=starts_at)
    refuse_if_any(plan_objections(plan, field="starts"))
    _tell(viewer, found, status=status, reason=reason)
    return write_appointment(viewer, person_id, plan, instead_of=found)


def call_off(
    viewer: Viewer, person_id: int, appointment_id: int, *, status: ContactStatus, reason: str
) -> Contact:
    """Record that an appointment does not take place, by whom, and why."""
    return _tell(viewer, _found(person_id, appointment_id), status=status, reason=reason)


def _found(person_id: int, appointment_id: int) -> Appointment:
    found = Appointment.objects.filter(pk=appointment_id, person_id=person_id).first()
    if found is None:
        raise RefusedError(Objection("", "That appointment is not this person's: open it again."))
    return found


def _tell(
    viewer: Viewer, appointment: Appointment, *, status: ContactStatus, reason: str
) -> Contact:
    entry = Entry(
        started_at=appointment.starts_at,
        status=status,
        method=appointment.method,
        place=appointment.place,
        purpose=appointment.purpose,
        is_unannounced=appointment.is_unannounced,
        address_id=appointment.address_id,
        note=reason,
    )
    return record_contact(viewer, appointment.person_id, entry, appointment_id=appointment.pk)
