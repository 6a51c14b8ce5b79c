"""The log of contacts, what it adds up to, and the appointments that still wait for an outcome."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from offenders.selectors.reading import Reading
from ots.access.fields import Masked
from ots.access.scopes import in_scope
from ots.core.numbers import whole_number
from supervision.choices.contact import ContactStatus, OutcomeEffect, Skill
from supervision.models import Appointment, Contact, ContactPhoto, Proceeding
from supervision.rules.contacts import Banner, Counters, Tallied, banner, counters
from supervision.rules.proceeding import Move

CORRECTABLE = frozenset({ContactStatus.COMPLETED, ContactStatus.ATTEMPTED, ContactStatus.MISSED})


@dataclass(frozen=True, slots=True)
class Compliance:
    """What the log adds up to, and its line on top."""

    counters: Counters
    banner: Banner


@dataclass(frozen=True, slots=True)
class OneContact:
    """A contact with its pictures, and whether a violation may be looked at because of it."""

    contact: Masked
    photos: list[Masked]
    was: list[Masked]
    skills: str
    helps: str
    may_be_corrected: bool
    may_be_violation: bool


def contact_log(reading: Reading, person_id: int, *, asked: Mapping[str, str]) -> QuerySet[Contact]:
    """Return the person's contacts, newest first, as asked: status, effect, place, days, words."""
    rows = _current(reading, person_id).select_related("agent", "outcome", "barrier")
    if asked.get("status"):
        rows = rows.filter(status=asked["status"])
    if asked.get("effect"):
        rows = rows.filter(outcome__effect=asked["effect"])
    if asked.get("place"):
        rows = rows.filter(place=asked["place"])
    if asked.get("words"):
        words = asked["words"]
        rows = rows.filter(
            Q(note__icontains=words) | Q(collateral__icontains=words) | Q(present__icontains=words)
        )
    return rows.order_by("-started_at", "-pk")


def compliance(reading: Reading, person_id: int, *, today: date) -> Compliance:
    """Return the counters and the banner of a person: three queries."""
    rows = _current(reading, person_id).values_list("started_at", "status", "outcome__effect")
    tallied = [
        Tallied(on=timezone.localdate(started_at), status=status, effect=effect or "")
        for started_at, status, effect in rows
    ]
    waiting = unrecorded(reading, now=timezone.now()).filter(person_id=person_id).count()
    counted = counters(tallied, not_recorded=waiting, today=today)
    line = banner(counted.failures, in_breach=_in_breach(reading, person_id), today=today)
    return Compliance(counted, line)


def unrecorded(reading: Reading, *, now: datetime) -> QuerySet[Appointment]:
    """Return the appointments that are over and of which nobody said what became of them."""
    return open_appointments(reading).filter(starts_at__lte=now)


def open_appointments(reading: Reading) -> QuerySet[Appointment]:
    """Return the appointments without an outcome, in order of time."""
    told = Contact.objects.filter(appointment=OuterRef("pk"), superseded_at=None)
    rows = in_scope(reading.viewer, Appointment.objects.all(), person="person")
    rows = rows.filter(~Exists(told), superseded_at=None)
    return rows.select_related("agent", "person").order_by("starts_at", "pk")


def appointment_of(reading: Reading, person_id: int, number: str | int) -> Appointment:
    """Return a person's appointment that still waits for its outcome; 404 otherwise."""
    key = whole_number(str(number))
    if key is None:
        raise Http404("No such appointment.")
    return get_object_or_404(open_appointments(reading), person_id=person_id, pk=key)


def one_contact(reading: Reading, person_id: int, contact_id: int) -> OneContact:
    """Return one contact as the viewer may see it; 404 if it is not there."""
    found = current_contact(reading, person_id, contact_id)
    before = in_scope(reading.viewer, Contact.objects.all(), person="person")
    before = before.filter(entry=found.entry, superseded_at__isnull=False)
    photos = in_scope(reading.viewer, ContactPhoto.objects.all(), person="person")
    return OneContact(
        contact=reading.masked(found),
        photos=[
            reading.masked(photo) for photo in photos.filter(entry=found.entry, superseded_at=None)
        ],
        was=[reading.masked(row) for row in before.select_related("recorded_by")],
        skills=", ".join(str(Skill(each).label) for each in found.skills),
        helps=found.barrier.suggests if found.barrier else "",
        may_be_corrected=found.status in CORRECTABLE,
        may_be_violation=is_unexcused(found),
    )


def current_contact(reading: Reading, person_id: int, contact_id: int) -> Contact:
    """Return a contact as it stands; 404 if it is not the person's."""
    rows = _current(reading, person_id).select_related("agent", "outcome", "barrier", "address")
    return get_object_or_404(rows, pk=contact_id)


def photo_bytes(reading: Reading, person_id: int, photo_id: int) -> bytes:
    """Return a picture taken at a contact; 404 if it is not the person's or not to be seen."""
    if not reading.sees(ContactPhoto, "image"):
        raise Http404("No such picture.")
    rows = in_scope(reading.viewer, ContactPhoto.objects.all(), person="person")
    photo = get_object_or_404(rows, person_id=person_id, pk=photo_id)
    get_object_or_404(_current(reading, person_id), entry=photo.entry)
    with photo.image.open("rb") as file:
        return bytes(file.read())


def last_contacts(reading: Reading, person_id: int, *, number: int) -> list[Masked]:
    """Return the newest contacts that took place or were tried."""
    rows = _current(reading, person_id).select_related("agent", "outcome")
    shown = rows.filter(status__in=CORRECTABLE)
    return [reading.masked(row) for row in shown.order_by("-started_at", "-pk")[:number]]


def _current(reading: Reading, person_id: int) -> QuerySet[Contact]:
    rows = in_scope(reading.viewer, Contact.objects.all(), person="person")
    return rows.filter(person_id=person_id, superseded_at=None)


def is_unexcused(contact: Contact) -> bool:
    """Say whether the absence is one that may be reported as a violation."""
    outcome = contact.outcome
    return outcome is not None and outcome.effect == OutcomeEffect.UNACCEPTABLE


def _in_breach(reading: Reading, person_id: int) -> bool:
    over = Q(dispositions__superseded_at=None, dispositions__isnull=False) | Q(
        steps__move__in=[Move.CLOSE, Move.DISMISS]
    )
    rows = in_scope(reading.viewer, Proceeding.objects.all(), person="person")
    running = rows.filter(person_id=person_id, superseded_at=None)
    return running.exclude(pk__in=running.filter(over).values("pk")).exists()
