"""Appointments that do not take place: another time instead, or none."""

from django.db import transaction

from offenders.services.refusals import refuse_if_any
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from supervision.choices.contact import ContactStatus
from supervision.models import Appointment, Contact
from supervision.services.appointments import Plan, plan_objections, write_appointment
from supervision.services.contacts import Entry, record_contact


@transaction.atomic
def move_appointment(
    viewer: Viewer,
    appointment: Appointment,
    plan: Plan,
    *,
    status: ContactStatus,
    reason: str,
) -> Appointment:
    """Put another time in place of an appointment; who asked and why stays in the log."""
    viewer.require(Permission.VISIT_RECORD)
    refuse_if_any(plan_objections(plan, field="starts"))
    call_off(viewer, appointment, status=status, reason=reason)
    return write_appointment(viewer, appointment.person_id, plan, instead_of=appointment)


def call_off(
    viewer: Viewer, appointment: Appointment, *, status: ContactStatus, reason: str
) -> Contact:
    """Record that an appointment does not take place, by whom, and why."""
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
