"""Contacts, appointments and safety of the made-up record."""

from datetime import timedelta

from django.utils import timezone

from offenders.models import Person
from supervision.choices.contact import ContactStatus, Place
from supervision.models import NearMiss, SafetyProfile
from supervision.services.contact_codes import create_missing_contact_codes
from tests.factories import supervision_contact as made

A_DAY = timedelta(days=1)


def contacts_of(person: Person) -> dict[str, object]:
    """Record a week of contacts and visits; return what fills the parts of addresses."""
    create_missing_contact_codes()
    now = timezone.now()
    made.contact(person, started_at=now - 9 * A_DAY, note="Working, same address.")
    missed = made.contact(
        person,
        started_at=now - 2 * A_DAY,
        status=ContactStatus.MISSED,
        outcome="UAAB",
        barrier_id="TRANSPORT",
    )
    made.appointment(person, starts_at=now - A_DAY)
    made.appointment(person, starts_at=now + timedelta(hours=1), place=Place.HOME)
    coming = made.appointment(person, starts_at=now + 3 * A_DAY)
    SafetyProfile.objects.create(
        person=person, policy="pair", hazards=["dogs"], reviewed_on=timezone.localdate()
    )
    NearMiss.objects.create(person=person, kind="animal", happened_at=now - 30 * A_DAY)
    return {"contact": missed.pk, "appointment": coming.pk}
