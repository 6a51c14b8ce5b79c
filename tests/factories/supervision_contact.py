"""Appointments, contacts and safety as tests need them."""

from datetime import datetime, timedelta

from django.utils import timezone

from offenders.models import Person
from ots.access.models import User
from supervision.choices.contact import ContactMethod, ContactStatus, Place
from supervision.models import Appointment, Contact


def appointment(
    person: Person, *, starts_at: datetime | None = None, place: str = Place.OFFICE, **more: object
) -> Appointment:
    """An appointment with the person's agent, tomorrow at the office unless told otherwise."""
    values: dict[str, object] = {"agent": person.agent, "recorded_by": person.agent, **more}
    when = starts_at or timezone.now() + timedelta(days=1)
    return Appointment.objects.create(person=person, starts_at=when, place=place, **values)


def contact(
    person: Person,
    *,
    started_at: datetime | None = None,
    status: str = ContactStatus.COMPLETED,
    outcome: str | None = "ATTC",
    agent: User | None = None,
    **more: object,
) -> Contact:
    """A contact in person at the office an hour ago."""
    return Contact.objects.create(
        person=person,
        agent=agent or person.agent,
        recorded_by=agent or person.agent,
        started_at=started_at or timezone.now() - timedelta(hours=1),
        status=status,
        outcome_id=outcome,
        method=more.pop("method", ContactMethod.IN_PERSON),
        place=more.pop("place", Place.OFFICE),
        **more,
    )
