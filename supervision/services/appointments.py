"""Making appointments: a time to come, a place, and what for."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from offenders.services.facts import add_fact
from offenders.services.refusals import Objection, refuse_if_any
from offenders.services.submissions import once
from ots.access.models import User
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from supervision.choices.contact import ContactMethod, Place, Purpose
from supervision.models import Appointment


@dataclass(frozen=True, slots=True)
class Plan:
    """When and where to meet next."""

    starts_at: datetime
    method: str = ContactMethod.IN_PERSON
    place: str = Place.OFFICE
    minutes: int = 30
    where: str = ""
    purpose: str = Purpose.GENERAL
    is_unannounced: bool = False
    address_id: int | None = None
    agent: User | None = None


def make_appointment(
    viewer: Viewer, person_id: int, plan: Plan, *, token: UUID | None = None
) -> Appointment:
    """Make an appointment for a time to come."""
    viewer.require(Permission.VISIT_RECORD)
    refuse_if_any(plan_objections(plan, field="starts"))

    def write() -> Appointment:
        return write_appointment(viewer, person_id, plan)

    return once(token, Event.APPOINTMENT_MADE, Appointment, write)


def write_appointment(
    viewer: Viewer, person_id: int, plan: Plan, *, instead_of: Appointment | None = None
) -> Appointment:
    """Write an appointment as part of a larger event or alone."""
    return add_fact(
        viewer,
        Appointment,
        person_id=person_id,
        event=Event.APPOINTMENT_MADE,
        starts_at=plan.starts_at,
        minutes=plan.minutes,
        agent=plan.agent or viewer.user,
        method=plan.method,
        place=plan.place,
        where=plan.where,
        purpose=plan.purpose,
        is_unannounced=plan.is_unannounced,
        address_id=plan.address_id,
        instead_of=instead_of,
    )


def plan_objections(plan: Plan | None, *, field: str = "next_starts") -> list[Objection]:
    """Say what is wrong with a plan: it lies behind us."""
    if plan is None or plan.starts_at > timezone.now():
        return []
    return [Objection(field, "The next appointment lies in the past: type a time to come.")]


def plan_of(appointment: Appointment, *, starts_at: datetime) -> Plan:
    """Return the plan of the same appointment at another time."""
    return Plan(
        starts_at=starts_at,
        method=appointment.method,
        place=appointment.place,
        where=appointment.where,
        minutes=appointment.minutes,
        purpose=appointment.purpose,
        is_unannounced=appointment.is_unannounced,
        address_id=appointment.address_id,
        agent=appointment.agent,
    )
