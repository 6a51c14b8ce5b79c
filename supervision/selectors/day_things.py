"""Where the lines of the day's list come from, one query a source whatever the number of people."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from django.db.models import (
    Case,
    Count,
    Exists,
    IntegerField,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
    Window,
)
from django.utils import timezone

from offenders.choices import WarrantKind
from offenders.models import Hearing, ProtectiveOrder, Warrant
from ots.access.scopes import in_scope
from supervision.choices.contact import ContactMethod, Place
from supervision.choices.mute import MuteSubject
from supervision.choices.period import SupervisionType
from supervision.models import Appointment, Contact, Obligation, SupervisionPeriod
from supervision.rules.obligations import Matter, state_on
from supervision.rules.policy import (
    ENDINGS_AHEAD,
    HEARINGS_AHEAD,
    MOST_LINES,
    ORDERS_AHEAD,
    ahead,
)
from supervision.rules.pressing import Press, places_on, press_of_day, press_of_due
from supervision.selectors.mutes import Muted
from supervision.selectors.obligations import TONES, words_for
from supervision.selectors.own_people import OwnPeople
from supervision.selectors.states import silent_feeds

Row = TypeVar("Row", bound=Model)
NOON = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One thing to do: which row asks for it, of whom, by when, and how much it presses."""

    subject: MuteSubject
    number: int
    person_id: int
    what: str
    words: str
    tone: str
    day: date
    press: Press
    # What of its table it is, where that decides what is done: a kind of obligation, a place.
    kind: str = ""
    is_critical: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """What one source gives: the things that press most, and how many there are in all."""

    things: tuple[Thing, ...] = ()
    total: int = 0


def due(own: OwnPeople, muted: Muted, *, today: date) -> Source:
    """Return what is late or falls due today: two queries."""
    if not own.reading.sees(Obligation, "due_on"):
        return Source()
    silent = silent_feeds()
    rows = own.rows(Obligation.objects.filter(closed_on=None, due_on__lte=today))
    is_late = Q(grace_until__lt=today) & ~Q(feed__in=sorted(silent))
    places = places_on(today)
    press = Case(
        When(is_late & Q(is_critical=True), then=Value(places[Press.LATE_CRITICAL])),
        When(is_late, then=Value(places[Press.LATE])),
        default=Value(places[Press.DUE]),
        output_field=IntegerField(),
    )
    rows = _unmuted(rows, muted, MuteSubject.OBLIGATION).order_by(press, "due_on", "pk")
    found = list(rows.annotate(total=_TOTAL)[: MOST_LINES.on(today).amount])
    return Source(tuple(_due(row, silent, today) for row in found), _total(found))


def meetings(own: OwnPeople, muted: Muted, *, today: date) -> Source:
    """Return today's own appointments and those nobody told the outcome of: one query."""
    user = own.reading.viewer.user
    if user is None or not own.reading.sees(Appointment, "starts_at"):
        return Source()
    tomorrow = timezone.make_aware(datetime.combine(today + timedelta(days=1), time()))
    told = Contact.objects.filter(appointment=OuterRef("pk"), superseded_at=None)
    rows = own.rows(Appointment.objects.filter(agent=user, starts_at__lt=tomorrow))
    rows = rows.filter(~Exists(told), superseded_at=None).order_by("-starts_at", "pk")
    rows = _unmuted(rows, muted, MuteSubject.APPOINTMENT)
    found = list(rows.annotate(total=_TOTAL)[: MOST_LINES.on(today).amount])
    return Source(tuple(_meeting(row, today) for row in found), _total(found))


def of_the_record(own: OwnPeople, muted: Muted, *, today: date) -> Source:
    """Return court dates, ends of supervision, warrants and orders ahead: four queries."""
    things = (
        *_hearings(own, muted, today),
        *_terms(own, muted, today),
        *_warrants(own, muted, today),
        *_orders(own, muted, today),
    )
    return Source(things, len(things))


_TOTAL = Window(Count("*"))


def _total(found: Iterable[object]) -> int:
    return next((int(getattr(row, "total", 0)) for row in found), 0)


def _due(row: Obligation, silent: dict[str, datetime], today: date) -> Thing:
    matter = Matter(
        due_on=row.due_on,
        grace_until=row.grace_until,
        window_opens_on=row.window_opens_on,
        is_known=row.feed not in silent,
    )
    state = state_on(matter, today)
    return Thing(
        subject=MuteSubject.OBLIGATION,
        number=row.pk,
        person_id=row.person_id,
        what=row.title,
        words=words_for(row, state, today, silent),
        tone=TONES.get(state, "plain"),
        day=row.due_on,
        press=press_of_due(state, is_critical=row.is_critical),
        kind=row.kind,
        is_critical=row.is_critical,
    )


def _meeting(row: Appointment, today: date) -> Thing:
    at = timezone.localtime(row.starts_at)
    is_today = at.date() == today
    place = Place(row.place).label if row.place == Place.HOME else ContactMethod(row.method).label
    return Thing(
        subject=MuteSubject.APPOINTMENT,
        number=row.pk,
        person_id=row.person_id,
        what=f"Appointment: {str(place).lower()}",
        words=_clock(at) if is_today else f"No outcome since {at:%b} {at.day}",
        tone="plain" if is_today else "warn",
        day=at.date(),
        press=Press.TODAY,
        kind=row.place,
    )


def _hearings(own: OwnPeople, muted: Muted, today: date) -> Iterator[Thing]:
    if not own.reading.sees(Hearing, "scheduled_at"):
        return
    shows_purpose = own.reading.sees(Hearing, "purpose")
    rows = own.rows(
        Hearing.objects.filter(
            superseded_at=None, scheduled_at__date__range=(today, ahead(today, HEARINGS_AHEAD))
        )
    )
    is_critical = Q(scheduled_at__date=today)
    rows = _unmuted(rows, muted, MuteSubject.HEARING, is_critical).order_by("scheduled_at")
    for key, person, purpose, at in rows.values_list("pk", "person", "purpose", "scheduled_at"):
        local = timezone.localtime(at)
        is_today = local.date() == today
        yield Thing(
            subject=MuteSubject.HEARING,
            number=key,
            person_id=person,
            what=f"Court: {purpose}" if shows_purpose else "Court",
            words=_clock(local) if is_today else _short(local.date()),
            tone="plain",
            day=local.date(),
            press=press_of_day(local.date(), today, late=Press.LATE_CRITICAL),
            is_critical=is_today,
        )


def _terms(own: OwnPeople, muted: Muted, today: date) -> Iterator[Thing]:
    if not own.reading.sees(SupervisionPeriod, "expected_end_on"):
        return
    rows = own.rows(
        SupervisionPeriod.objects.filter(
            superseded_at=None, ended_on=None, expected_end_on__lte=ahead(today, ENDINGS_AHEAD)
        )
    )
    # Of youthful trainees some may not know: that is decided row by row.
    rows = in_scope(own.reading.viewer, rows, person="person")
    is_critical = Q(expected_end_on__lt=today)
    rows = _unmuted(rows, muted, MuteSubject.TERM, is_critical).order_by("expected_end_on")
    shows_type = own.reading.sees(SupervisionPeriod, "supervision_type")
    for key, person, kind, day in rows.values_list(
        "pk", "person", "supervision_type", "expected_end_on"
    ):
        if day is None:
            continue
        is_past = day < today
        yield Thing(
            subject=MuteSubject.TERM,
            number=key,
            person_id=person,
            what=f"{SupervisionType(kind).label if shows_type else 'Supervision'} ends",
            words=f"Ended {_short(day)}" if is_past else _short(day),
            tone="bad" if is_past else "plain",
            day=day,
            press=press_of_day(day, today, late=Press.LATE_CRITICAL),
            is_critical=is_past,
        )


def _warrants(own: OwnPeople, muted: Muted, today: date) -> Iterator[Thing]:
    if not own.reading.sees(Warrant, "issued_on"):
        return
    rows = own.rows(Warrant.objects.filter(superseded_at=None, status="active"))
    rows = _unmuted(rows, muted, MuteSubject.WARRANT).order_by("issued_on")
    shows_kind = own.reading.sees(Warrant, "kind")
    for key, person, kind, day in rows.values_list("pk", "person", "kind", "issued_on"):
        name = f"{WarrantKind(kind).label} warrant" if shows_kind else "Warrant"
        yield Thing(
            subject=MuteSubject.WARRANT,
            number=key,
            person_id=person,
            what=f"{name} active",
            words=f"Since {_short(day)}",
            tone="warn",
            day=min(day, today),
            press=Press.DUE,
        )


def _orders(own: OwnPeople, muted: Muted, today: date) -> Iterator[Thing]:
    if not own.reading.sees(ProtectiveOrder, "expires_on"):
        return
    rows = own.rows(
        ProtectiveOrder.objects.filter(
            superseded_at=None, expires_on__range=(today, ahead(today, ORDERS_AHEAD))
        )
    )
    rows = _unmuted(rows, muted, MuteSubject.ORDER).order_by("expires_on")
    for key, person, day in rows.values_list("pk", "person", "expires_on"):
        if day is None:
            continue
        yield Thing(
            subject=MuteSubject.ORDER,
            number=key,
            person_id=person,
            what="Protective order expires",
            words=_short(day),
            tone="plain",
            day=day,
            press=press_of_day(day, today, late=Press.COMING),
        )


def _unmuted(
    rows: QuerySet[Row], muted: Muted, subject: MuteSubject, is_critical: Q | None = None
) -> QuerySet[Row]:
    """Leave out what is muted; what became critical since is left out only by a supervisor."""
    numbers = muted.numbers(subject)
    if not numbers:
        return rows
    left_out = Q(pk__in=numbers)
    if is_critical is not None:
        left_out &= ~is_critical | Q(pk__in=muted.numbers_if_critical(subject))
    return rows.exclude(left_out)


def _clock(at: datetime) -> str:
    return f"{at:%I:%M} {'am' if at.hour < NOON else 'pm'}".lstrip("0")


def _short(day: date) -> str:
    return f"{day:%b} {day.day}"
