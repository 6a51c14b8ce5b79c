"""Planning reminders of appointments and court dates, and withdrawing what is not needed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from offenders.choices import PhoneKind
from offenders.models import Demographics, Hearing, Phone
from offenders.services.facts import add_fact, correct_fact
from ots.access.models import User
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from supervision.choices.contact import ContactMethod, Place, Purpose
from supervision.choices.message import Channel, Language, MessageKind, MessageState
from supervision.models import Appointment, Contact, OutgoingMessage, ReminderWish
from supervision.rules.reminders import (
    REMINDER_HOURS,
    Reminder,
    subject_of,
    text_of,
    times_to_remind,
)
from supervision.services.outbox import Letter, put_in_outbox

SPANISH: Final = frozenset({"spanish", "español", "espanol", "es"})
A_BATCH: Final = 2000


@dataclass(frozen=True, slots=True)
class Wish:
    """How a person, or a member of staff, is reminded."""

    channel: str
    to: str
    language: str = Language.ENGLISH


@dataclass(frozen=True, slots=True)
class Coming:
    """Something to remind of: whom, of what, when."""

    about: str
    kind: str
    person_id: int
    agent: User
    event_at: datetime
    place: str = ""
    tells_person: bool = True


def plan_reminders(now: datetime) -> int:
    """Write the reminders of the next days into the outbox, and withdraw those not needed."""
    withdraw_needless()
    longest = max(REMINDER_HOURS.on(timezone.localdate(now)).amount)
    until = now + timedelta(hours=longest + 1)
    planned, batch = 0, list[Coming]()
    for coming in _coming(now, until):
        batch.append(coming)
        if len(batch) == A_BATCH:
            planned += _plan(batch, now)
            batch = []
    return planned + _plan(batch, now)


def wish_reminders(  # noqa: PLR0913  the parts of one wish
    viewer: Viewer,
    person_id: int,
    *,
    opted_out: bool,
    channel: str,
    email: str,
    phone: str,
    language: str,
) -> ReminderWish:
    """Record how a person wants to be reminded; who opts out gets nothing more."""
    viewer.require(Permission.VISIT_RECORD)
    wish: dict[str, object] = {
        "opted_out": opted_out,
        "channel": channel,
        "email": email,
        "phone": phone,
        "language": language,
    }
    event = Event.REMINDERS_WISHED
    before = ReminderWish.objects.filter(person_id=person_id, superseded_at=None).first()
    if before is None:
        made = add_fact(viewer, ReminderWish, person_id=person_id, event=event, **wish)
    else:
        made = correct_fact(
            viewer, before, person_id=person_id, reason="New wish", event=event, **wish
        )
    # Not said yet, and to be said otherwise: the next plan writes them anew.
    _planned().filter(person_id=person_id, user=None).delete()
    return made


def withdraw_needless() -> int:
    """Withdraw reminders of what was cancelled, moved or told of; returns how many."""
    asked = _numbers("appointment")
    told = Contact.objects.filter(superseded_at=None, appointment_id__in=asked)
    over = set(told.values_list("appointment_id", flat=True))
    courts = _numbers("hearing")
    standing = Hearing.objects.filter(superseded_at=None, pk__in=courts)
    fallen = courts - set(standing.values_list("pk", flat=True))
    needless = [f"appointment {key}" for key in over] + [f"hearing {key}" for key in fallen]
    return _planned().filter(about__in=needless).update(state=MessageState.WITHDRAWN)


def _numbers(what: str) -> set[int]:
    rows = _planned().filter(about__startswith=f"{what} ").values_list("about", flat=True)
    return {int(about.split()[-1]) for about in rows}


def _planned() -> QuerySet[OutgoingMessage]:
    return OutgoingMessage.objects.filter(state=MessageState.PLANNED)


def _coming(now: datetime, until: datetime) -> Iterator[Coming]:
    told = Contact.objects.filter(appointment=OuterRef("pk"), superseded_at=None)
    appointments = Appointment.objects.filter(
        ~Exists(told), superseded_at=None, starts_at__gt=now, starts_at__lte=until
    )
    for row in appointments.select_related("agent").iterator(A_BATCH):
        is_test = row.purpose == Purpose.TEST
        yield Coming(
            about=f"appointment {row.pk}",
            kind=MessageKind.TEST if is_test else MessageKind.APPOINTMENT,
            person_id=row.person_id,
            agent=row.agent,
            event_at=row.starts_at,
            place=_place(row),
            tells_person=not row.is_unannounced,
        )
    hearings = Hearing.objects.filter(
        superseded_at=None, scheduled_at__gt=now, scheduled_at__lte=until, outcome=""
    ).filter(person__agent__isnull=False)
    for hearing in hearings.select_related("person__agent").iterator(A_BATCH):
        if hearing.person.agent is not None:
            yield Coming(
                about=f"hearing {hearing.pk}",
                kind=MessageKind.COURT,
                person_id=hearing.person_id,
                agent=hearing.person.agent,
                event_at=hearing.scheduled_at,
            )


def _place(row: Appointment) -> str:
    if row.method in (ContactMethod.TELEPHONE, ContactMethod.VIRTUAL):
        return "telephone"
    return row.place if row.place in (Place.OFFICE, Place.HOME) else ""


def _plan(batch: Iterable[Coming], now: datetime) -> int:
    listed = list(batch)
    wishes = _wishes({coming.person_id for coming in listed})
    return put_in_outbox(letter for coming in listed for letter in _letters(coming, wishes, now))


def _letters(coming: Coming, wishes: Mapping[int, Wish], now: datetime) -> Iterator[Letter]:
    wish = wishes.get(coming.person_id) if coming.tells_person else None
    if wish is not None and wish.to:
        yield from _reminders(coming, wish, None, now)
    if coming.agent.email:
        yield from _reminders(coming, Wish(Channel.EMAIL, coming.agent.email), coming.agent, now)


def _reminders(coming: Coming, wish: Wish, user: User | None, now: datetime) -> Iterator[Letter]:
    agent = coming.agent.last_name or "your agent"
    reminder = Reminder(coming.kind, timezone.localtime(coming.event_at), agent, coming.place)
    text = text_of(reminder, wish.language) if user is None else _for_staff(reminder)
    for hours, send_at in times_to_remind(coming.event_at, now):
        yield Letter(
            kind=coming.kind,
            about=coming.about,
            channel=wish.channel,
            to=wish.to,
            subject=subject_of(reminder, wish.language),
            body=text,
            event_at=coming.event_at,
            send_at=send_at,
            language=wish.language,
            hours_before=hours,
            person_id=coming.person_id,
            user=user,
        )


def _for_staff(reminder: Reminder) -> str:
    # Names nobody under supervision: messages leave the system.
    what = (
        "A court date of a person on your caseload"
        if reminder.kind == "court"
        else ("An appointment in your calendar")
    )
    day = reminder.when.strftime("%A, %B %d").replace(" 0", " ")
    clock = reminder.when.strftime("%I:%M %p").lstrip("0")
    return f"{what}: {day}, {clock}. Open the calendar in OTS."


def _wishes(person_ids: set[int]) -> dict[int, Wish]:
    """Return how each is reminded: as wished, otherwise by text to the mobile number on record."""
    languages = _languages(person_ids)
    phones = Phone.objects.filter(
        person_id__in=person_ids, kind=PhoneKind.MOBILE, ended_on=None, superseded_at=None
    )
    found = {
        row.person_id: Wish(Channel.SMS, row.number, languages.get(row.person_id, Language.ENGLISH))
        for row in phones.order_by("began_on", "pk")
    }
    for wish in ReminderWish.objects.filter(person_id__in=person_ids, superseded_at=None):
        if wish.opted_out:
            found.pop(wish.person_id, None)
            continue
        known = found.get(wish.person_id)
        to = wish.email if wish.channel == Channel.EMAIL else wish.phone
        if not to and known is not None and wish.channel == Channel.SMS:
            to = known.to
        found[wish.person_id] = Wish(wish.channel, to, wish.language)
    return found


def _languages(person_ids: set[int]) -> dict[int, Language]:
    rows = Demographics.objects.filter(person_id__in=person_ids, superseded_at=None)
    return {
        person_id: Language.SPANISH
        for person_id, language in rows.values_list("person_id", "language")
        if language.casefold() in SPANISH
    }
