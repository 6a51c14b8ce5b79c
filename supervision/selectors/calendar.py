"""An agent's appointments by day and week, with what one must know before going."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from offenders.models import Address
from offenders.selectors.reading import Reading
from ots.access.fields import HIDDEN, Masked
from ots.access.models import User
from ots.access.scopes import in_scope
from supervision.choices.contact import Place
from supervision.models import Appointment, Contact
from supervision.rules.calendar_file import CalendarEntry
from supervision.rules.visits import Stop, route
from supervision.selectors.contacts import open_appointments, unrecorded
from supervision.selectors.safety import UNKNOWN, Safety, homes_of, safety_of

DAYS_OF_WEEK = 7
MOST_APPOINTMENTS = 200
MOST_WAITING = 10
DAYS_TO_CHOOSE = 31
MOST_AGENTS = 50


@dataclass(frozen=True, slots=True)
class CalendarItem:
    """One appointment: who, when, where, what became of it, and what to look out for."""

    appointment: Masked
    person: Masked
    contact: Masked | None
    is_visit: bool
    home: Masked | None
    safety: Safety


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day and its appointments in order."""

    day: date
    items: list[CalendarItem]


def calendar_days(reading: Reading, agent_id: int, *, first: date, days: int) -> list[CalendarDay]:
    """Return each day with its appointments; as many queries for many as for few."""
    rows = list(appointments_between(reading, agent_id, first=first, days=days))
    items = _items(reading, rows, today=timezone.localdate())
    return [
        CalendarDay(day, [item for item, at in items if at == day])
        for day in (first + timedelta(days=each) for each in range(days))
    ]


def appointments_between(
    reading: Reading, agent_id: int, *, first: date, days: int
) -> QuerySet[Appointment]:
    """Return an agent's appointments of some days, with what became of each."""
    begins = _midnight(first)
    ends = _midnight(first + timedelta(days=days))
    told = Contact.objects.filter(superseded_at=None).select_related("outcome")
    rows = in_scope(reading.viewer, Appointment.objects.all(), person="person").filter(
        agent_id=agent_id, starts_at__gte=begins, starts_at__lt=ends, superseded_at=None
    )
    rows = rows.select_related("person", "agent")
    return rows.prefetch_related(Prefetch("contacts", queryset=told, to_attr="told")).order_by(
        "starts_at", "pk"
    )[:MOST_APPOINTMENTS]


def route_of_day(reading: Reading, agent_id: int, *, day: date) -> list[CalendarItem]:
    """Return the home visits of a day that still wait, in an order to drive."""
    rows = [
        row
        for row in appointments_between(reading, agent_id, first=day, days=1)
        if row.place == Place.HOME and not told_of(row)
    ]
    items = {item.appointment.pk: item for item, _ in _items(reading, rows, today=day)}
    homes = homes_of(reading, (row.person_id for row in rows))
    stops = (_stop(row, homes.get(row.person_id), items[row.pk].safety) for row in rows)
    return [items[stop.key] for stop in route(stops)]


def waiting_for_outcome(reading: Reading, *, now: datetime) -> list[CalendarItem]:
    """Return the viewer's own appointments that are over without an outcome, newest first."""
    user = reading.viewer.user
    if user is None:
        return []
    rows = unrecorded(reading, now=now).filter(agent=user).order_by("-starts_at")[:MOST_WAITING]
    return [item for item, _ in _items(reading, list(rows), today=timezone.localdate())]


def coming_appointments(reading: Reading, person_id: int, *, now: datetime) -> list[Masked]:
    """Return a person's appointments still to come."""
    rows = open_appointments(reading).filter(person_id=person_id, starts_at__gt=now)
    return [reading.masked(row) for row in rows[:MOST_WAITING]]


def waiting_of(reading: Reading, person_id: int, *, now: datetime) -> list[Masked]:
    """Return a person's appointments that are over without an outcome, newest first."""
    rows = unrecorded(reading, now=now).filter(person_id=person_id).order_by("-starts_at", "-pk")
    return [reading.masked(row) for row in rows[:MOST_WAITING]]


def agents_to_choose(reading: Reading, *, today: date) -> list[User]:
    """Return those who have appointments these days with people in the viewer's reach."""
    near = timedelta(days=DAYS_TO_CHOOSE)
    rows = in_scope(reading.viewer, Appointment.objects.all(), person="person")
    rows = rows.filter(starts_at__range=(_midnight(today - near), _midnight(today + near)))
    agents = User.objects.filter(pk__in=rows.order_by().values("agent"))
    return list(agents.order_by("last_name", "first_name", "pk")[:MOST_AGENTS])


def told_of(row: Appointment) -> Contact | None:
    """Return what became of an appointment that was read with its contacts."""
    told: list[Contact] = getattr(row, "told", [])
    return told[0] if told else None


def _items(
    reading: Reading, rows: Iterable[Appointment], *, today: date
) -> list[tuple[CalendarItem, date]]:
    listed = list(rows)
    visited = [row.person_id for row in listed if row.place == Place.HOME]
    safety = safety_of(reading, visited, today=today)
    homes = homes_of(reading, visited)
    return [
        (_item(reading, row, homes, safety), timezone.localdate(row.starts_at)) for row in listed
    ]


def _item(
    reading: Reading, row: Appointment, homes: dict[int, Address], safety: dict[int, Safety]
) -> CalendarItem:
    contact = told_of(row)
    is_visit = row.place == Place.HOME
    home = homes.get(row.person_id) if is_visit else None
    return CalendarItem(
        appointment=reading.masked(row),
        person=reading.masked(row.person),
        contact=None if contact is None else reading.masked(contact),
        is_visit=is_visit,
        home=None if home is None else reading.masked(home),
        safety=safety.get(row.person_id, UNKNOWN),
    )


def _stop(row: Appointment, home: Address | None, safety: Safety) -> Stop:
    if home is None:
        return Stop(key=row.pk)
    return Stop(row.pk, home.postal_code, home.city, home.street, safety.point)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def calendar_entries(items: Iterable[CalendarItem]) -> list[CalendarEntry]:
    """Return the appointments for a file: initials stand for the name, and no address goes along.

    The file leaves the system and lies on telephones.
    """
    return [
        CalendarEntry(
            uid=f"appointment-{item.appointment.pk}@ots",
            starts_at=item.appointment.starts_at,
            minutes=int(str(item.appointment.minutes)),
            summary=f"{item.appointment.get_method_display}: {_initials(item.person)}",
            location=str(item.appointment.get_place_display),
        )
        for item in items
        if item.contact is None and isinstance(item.appointment.starts_at, datetime)
    ]


def _initials(person: Masked) -> str:
    names = (person.first_name, person.last_name)
    return "".join(f"{str(name)[:1]}." for name in names if name and name is not HIDDEN)


def people_to_visit(reading: Reading, *, now: datetime) -> list[tuple[str, str]]:
    """Return the people whom the viewer is to visit today, as choices."""
    user = reading.viewer.user
    if user is None:
        return []
    rows = appointments_between(reading, user.pk, first=timezone.localdate(now), days=1)
    people = {
        row.person_id: reading.masked(row.person)
        for row in rows
        if row.place not in (Place.OFFICE, Place.OTHER) and not told_of(row)
    }
    return [(str(key), str(person.full_name)) for key, person in people.items()]
