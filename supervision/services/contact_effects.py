"""What follows from a contact: what was due is met, or excused."""

from django.utils import timezone

from supervision.choices.contact import (
    ContactMethod,
    ContactStatus,
    ContactType,
    OutcomeEffect,
    Place,
)
from supervision.choices.obligation import ObligationKind
from supervision.models import Contact
from supervision.services.obligations.excusing import excuse_absence
from supervision.services.obligations.marking import note_done


def follow(contact: Contact) -> None:
    """Tell what is due: a contact that took place meets it, an acceptable absence excuses it."""
    on = timezone.localdate(contact.started_at)
    for kind in _met_by(contact):
        note_done(person_id=contact.person_id, kind=kind, on=on, source=contact)
    outcome = contact.outcome
    if outcome and outcome.effect == OutcomeEffect.ACCEPTABLE and contact.appointment:
        excuse_absence(source=contact.appointment, code=outcome.code, reason=outcome.title)


def _met_by(contact: Contact) -> list[ObligationKind]:
    sent_home = contact.outcome is None or contact.outcome.effect == OutcomeEffect.SERVICE
    if contact.status != ContactStatus.COMPLETED or sent_home:
        return []
    met = []
    if contact.contact_type != ContactType.COLLATERAL:
        met.append(_direct_kind(contact))
    if contact.contact_type != ContactType.DIRECT:
        met.append(ObligationKind.COLLATERAL)
    return met


def _direct_kind(contact: Contact) -> ObligationKind:
    if contact.method not in (ContactMethod.IN_PERSON, ContactMethod.MASS_EVENT):
        return ObligationKind.REPORT
    at_home = contact.place == Place.HOME
    return ObligationKind.HOME_VISIT if at_home else ObligationKind.CONTACT
