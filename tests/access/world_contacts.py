"""Contacts, appointments and visits in the world of marks: what their columns ask for."""

from supervision.models import Appointment, Barrier, Contact, ContactOutcome, ContactPhoto, Outing

GIVEN = {
    "supervision.Appointment.instead_of": None,
    "supervision.Contact.skills": ["role"],
    "supervision.SafetyProfile.hazards": ["dogs"],
    "supervision.SafetyProfile.cautions": ["assault"],
}


def outcome(mark: str) -> ContactOutcome:
    """Return an outcome of that name."""
    return ContactOutcome.objects.create(
        code=mark, title=mark, effect="complied", attended=True, citation="x", standing="inferred"
    )


def barrier(mark: str) -> Barrier:
    """Return a barrier of that name."""
    return Barrier.objects.create(code=mark, title=mark, citation="x", standing="inferred")


NAMED = {ContactOutcome: outcome, Barrier: barrier}


def contact_values(world) -> dict[str, object]:
    """Return what fills the addresses of these pages."""
    contact = world.row(Contact)
    return {
        "contact": contact.pk,
        "appointment": world.record(Appointment).pk,
        "photo": world.record(ContactPhoto, entry=contact.entry).pk,
        "outing": world.row(Outing).pk,
        "towards": "past",
    }
