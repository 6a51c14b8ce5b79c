"""Recording contacts and what became of appointments, and making the next one in the same step."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import BinaryIO, Final
from uuid import UUID, uuid4

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from offenders.services.facts import replace_fact, write_fact
from offenders.services.photographs import clean_jpeg
from offenders.services.refusals import Objection, RefusedError, refuse_if_any, refused_by
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.services import record
from supervision.choices.contact import (
    ContactMethod,
    ContactStatus,
    ContactType,
    OutcomeEffect,
    Place,
    Purpose,
)
from supervision.models import Appointment, Contact, ContactOutcome, ContactPhoto
from supervision.selectors.contact_codes import FIRST_FAILURE, failed_lately
from supervision.services.appointments import Plan, plan_objections, write_appointment
from supervision.services.contact_effects import follow
from supervision.services.obligations.marking import withdraw_done

STILL_TO_COME: Final = frozenset(
    {
        ContactStatus.MOVED_BY_STAFF,
        ContactStatus.MOVED_BY_PERSON,
        ContactStatus.CANCELLED_BY_STAFF,
        ContactStatus.CANCELLED_BY_PERSON,
    }
)
SLACK: Final = timedelta(minutes=5)
TAKEN: Final = Objection(
    "", "What became of this appointment is recorded already: look at the log of contacts."
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is told of one contact."""

    started_at: datetime
    status: ContactStatus
    method: str = ContactMethod.IN_PERSON
    place: str = Place.OFFICE
    minutes: int = 0
    contact_type: str = ContactType.DIRECT
    purpose: str = Purpose.GENERAL
    outcome: str = ""
    barrier: str = ""
    collateral: str = ""
    present: str = ""
    skills: tuple[str, ...] = ()
    is_unannounced: bool = False
    saw_employment: bool = False
    led_to_arrest: bool = False
    is_sensitive: bool = False
    note: str = ""
    address_id: int | None = None


def record_contact(  # noqa: PLR0913  one step records the contact, its picture and the next date
    viewer: Viewer,
    person_id: int,
    entry: Entry,
    *,
    appointment_id: int | None = None,
    then: Plan | None = None,
    photo: BinaryIO | None = None,
    token: UUID | None = None,
) -> Contact:
    """Record a contact, tell what it meets, and make the next appointment, all or nothing.

    Raises ``RefusedError`` for times still to come, an outcome that does not go with the status,
    and an appointment whose outcome is known.
    """
    viewer.require(Permission.VISIT_RECORD)
    refuse_if_any([*_objections(person_id, entry), *plan_objections(then)])
    picture = clean_jpeg(photo) if photo is not None else b""

    @transaction.atomic
    def write() -> Contact:
        contact = _write(viewer, person_id, entry, _appointment(person_id, appointment_id))
        if picture:
            _keep_photo(viewer, contact, picture)
        follow(contact)
        if then is not None:
            write_appointment(viewer, person_id, then)
        record(Event.CONTACT_LOGGED, actor=viewer.user, target=contact, person_id=person_id)
        return contact

    return once(token, Event.CONTACT_LOGGED, Contact, write)


@transaction.atomic
def correct_contact(viewer: Viewer, contact: Contact, entry: Entry, *, reason: str) -> Contact:
    """Record the contact as it was; what it met is looked at anew. The old row stays readable."""
    viewer.require(Permission.VISIT_RECORD)
    refuse_if_any(_objections(contact.person_id, entry, corrected=contact))
    new = replace_fact(
        viewer,
        contact,
        person_id=contact.person_id,
        reason=reason,
        event=Event.CONTACT_LOGGED,
        **_columns(entry),
    )
    withdraw_done(source=contact)
    follow(new)
    record(Event.CONTACT_LOGGED, actor=viewer.user, target=new, person_id=contact.person_id)
    return new


def entry_of(contact: Contact) -> Entry:
    """Return what was told of a recorded contact."""
    lasted = contact.ended_at - contact.started_at if contact.ended_at else timedelta()
    return Entry(
        started_at=contact.started_at,
        status=ContactStatus(contact.status),
        method=contact.method,
        place=contact.place,
        minutes=int(lasted / timedelta(minutes=1)),
        contact_type=contact.contact_type,
        purpose=contact.purpose,
        outcome=contact.outcome_id or "",
        barrier=contact.barrier_id or "",
        collateral=contact.collateral,
        present=contact.present,
        skills=tuple(contact.skills),
        is_unannounced=contact.is_unannounced,
        saw_employment=contact.saw_employment,
        led_to_arrest=contact.led_to_arrest,
        is_sensitive=contact.is_sensitive,
        note=contact.note,
        address_id=contact.address_id,
    )


def _objections(
    person_id: int, entry: Entry, *, corrected: Contact | None = None
) -> list[Objection]:
    found = []
    is_planned = entry.status in STILL_TO_COME
    if not is_planned and entry.started_at > timezone.now() + SLACK:
        found.append(Objection("started", "That is still to come: check day and time."))
    outcome = ContactOutcome.objects.filter(code=entry.outcome, is_active=True).first()
    found += _outcome_objections(entry, outcome)
    but = corrected.pk if corrected is not None else None
    if entry.outcome == FIRST_FAILURE and failed_lately(person_id, but=but):
        found.append(
            Objection("outcome", "It is not the first failure in 12 months: choose another.")
        )
    return found


def _outcome_objections(entry: Entry, outcome: ContactOutcome | None) -> list[Objection]:
    if entry.status == ContactStatus.COMPLETED and (outcome is None or not outcome.attended):
        return [Objection("outcome", "It took place: say how the person complied.")]
    if entry.status != ContactStatus.MISSED:
        return []
    if outcome is None or outcome.attended:
        return [Objection("outcome", "Say what became of it.")]
    excused = outcome.effect == OutcomeEffect.ACCEPTABLE
    if not excused and not entry.barrier:
        return [Objection("barrier", "Say what kept the person from coming, or Not known yet.")]
    return []


def _appointment(person_id: int, appointment_id: int | None) -> Appointment | None:
    if appointment_id is None:
        return None
    found = Appointment.objects.filter(pk=appointment_id, person_id=person_id).first()
    if found is None:
        raise RefusedError(Objection("", "That appointment is not this person's: open it again."))
    return found


def _write(
    viewer: Viewer, person_id: int, entry: Entry, appointment: Appointment | None
) -> Contact:
    with refused_by({"appointment_has_one_outcome": TAKEN}):
        return write_fact(
            viewer,
            Contact,
            person_id=person_id,
            event=Event.CONTACT_LOGGED,
            appointment=appointment,
            agent=viewer.user,
            **_columns(entry),
        )


def _columns(entry: Entry) -> dict[str, object]:
    lasted = timedelta(minutes=entry.minutes)
    return {
        "started_at": entry.started_at,
        "ended_at": entry.started_at + lasted if lasted else None,
        "status": entry.status,
        "method": entry.method,
        "place": entry.place,
        "contact_type": entry.contact_type,
        "purpose": entry.purpose,
        "outcome_id": entry.outcome or None,
        "barrier_id": entry.barrier or None,
        "collateral": entry.collateral,
        "present": entry.present,
        "skills": list(entry.skills),
        "is_unannounced": entry.is_unannounced,
        "saw_employment": entry.saw_employment,
        "led_to_arrest": entry.led_to_arrest,
        "is_sensitive": entry.is_sensitive,
        "note": entry.note,
        "address_id": entry.address_id,
    }


def _keep_photo(viewer: Viewer, contact: Contact, picture: bytes) -> None:
    # The name says nothing about the person: names of files end up in logs.
    image = ContentFile(picture, name=f"{uuid4().hex}.jpg")
    write_fact(
        viewer,
        ContactPhoto,
        person_id=contact.person_id,
        event=Event.CONTACT_LOGGED,
        entry=contact.entry,
        image=image,
    )
