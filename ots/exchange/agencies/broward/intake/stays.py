"""A stay becomes a period of custody with the movements in and out."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from django.db import DatabaseError
from django.db.models import F, Q

from offenders.choices import CustodyKind, MovementKind, Status
from offenders.models import CustodyPeriod, Facility, Movement, Person
from offenders.services.status import refresh_status
from ots.exchange.agencies.broward import mapping, schema
from ots.exchange.agencies.broward.intake.base import BrowardLoader, person_id
from ots.exchange.agencies.broward.schema import StayRow
from ots.exchange.loading import Entry, Written, constraint_of
from ots.exchange.models import ImportedRow
from ots.exchange.refusals import RowRefusedError
from ots.exchange.tables import Table

# The case of a booking: by person, first day and last day, as the source writes them.
Bookings = Mapping[tuple[int, str, str], int]

# The statuses that stays alone can give.
_FROM_STAYS = (Status.NONE, Status.DISCHARGED, Status.JAIL, Status.PRISON)


class StayLoader(BrowardLoader[StayRow]):
    """Loads a table of stays in one place."""

    def __init__(self, today: date, *, table: Table, place: mapping.CustodyPlace) -> None:
        """Take the table and the place where the stays were spent."""
        super().__init__(today)
        self.table = table
        self._place = place

    def check(self, cells: Mapping[str, str], today: date) -> StayRow:
        """Check the columns."""
        return schema.stay_row(cells, today)

    def write(self, entries: Sequence[Entry[StayRow]]) -> list[Written]:
        """Write the stays, the movements, and the status of those still inside."""
        facility = Facility.objects.get(code=self._place.code)
        bookings = self._bookings(entries)
        stays = CustodyPeriod.objects.bulk_create(
            self._stay(entry, facility, bookings) for entry in entries
        )
        Movement.objects.bulk_create(
            movement for entry in entries for movement in self._movements(entry, facility)
        )
        set_status({stay.person_id for stay in stays})
        return [
            Written(record_id=stay.pk, person_id=stay.person_id, note=mapping.stay_note(entry.row))
            for entry, stay in zip(entries, stays, strict=True)
        ]

    def explain(self, error: DatabaseError, entry: Entry[StayRow]) -> RowRefusedError:
        """Name the stay that this one overlaps."""
        if constraint_of(error) != "custody_of_one_kind_never_overlaps":
            return super().explain(error, entry)
        row, other = entry.row, self._overlapped(entry)
        return RowRefusedError(
            "overlaps another stay",
            f"stay [{entry.key}] from {row.began_on} to {row.ended_on or 'now'} overlaps stay "
            f"[{other.booking_number}] from {other.began_on} to {other.ended_on or 'now'} of the "
            "same person: nobody is in one kind of custody twice on a day",
        )

    def _bookings(self, entries: Sequence[Entry[StayRow]]) -> Bookings:
        if self._place is not mapping.JAIL:
            return {}
        return booked_cases(person_id(entry) for entry in entries)

    def _stay(self, entry: Entry[StayRow], facility: Facility, bookings: Bookings) -> CustodyPeriod:
        return CustodyPeriod(
            person_id=person_id(entry),
            kind=self._place.custody_kind,
            facility=facility,
            booking_number=entry.key,
            began_on=entry.row.began_on,
            ended_on=entry.row.ended_on,
            case_id=bookings.get(_booking(entry)),
            source=entry.source,
        )

    def _movements(self, entry: Entry[StayRow], facility: Facility) -> list[Movement]:
        days = {self._place.movement_in: entry.row.began_on}
        if entry.row.ended_on is not None:
            days[MovementKind.RELEASE] = entry.row.ended_on
        return [
            Movement(
                person_id=person_id(entry),
                kind=kind,
                occurred_on=day,
                facility=facility,
                source=entry.source,
            )
            for kind, day in days.items()
        ]

    def _overlapped(self, entry: Entry[StayRow]) -> CustodyPeriod:
        row = entry.row
        others = CustodyPeriod.objects.filter(
            Q(ended_on__isnull=True) | Q(ended_on__gt=row.began_on),
            person_id=person_id(entry),
            kind=self._place.custody_kind,
            superseded_at__isnull=True,
        ).exclude(ended_on=F("began_on"))
        if row.ended_on is not None:
            others = others.filter(began_on__lt=row.ended_on)
        return others.earliest("began_on")


def booked_cases(person_ids: Iterable[int]) -> Bookings:
    """Return the case of each booking; of several the one the source calls the index case."""
    rows = ImportedRow.objects.filter(
        agency=schema.AGENCY, table=schema.ARRESTS.name, person_id__in=list(person_ids)
    )
    found: dict[tuple[int, str, str], int] = {}
    for person, case, kept in rows.values_list("person_id", "record_id", "kept").order_by("key"):
        booking = (person, kept.get("jail_in", ""), kept.get("jail_out", ""))
        if "index" in kept["role"] or booking not in found:
            found[booking] = case
    return found


def _booking(entry: Entry[StayRow]) -> tuple[int, str, str]:
    last = entry.row.ended_on or schema.STILL_INSIDE
    return person_id(entry), entry.row.began_on.isoformat(), last.isoformat()


def set_status(person_ids: Collection[int]) -> None:
    """Set the summary of many people at once, as ``current_status`` would for each.

    People of whom more is known than these stays are left to it.
    """
    stays = CustodyPeriod.objects.filter(person_id__in=person_ids, superseded_at__isnull=True)
    inside = stays.filter(ended_on__isnull=True)
    ranked = (
        (stays.filter(kind=CustodyKind.PRISON), Status.DISCHARGED),
        (inside.filter(kind=CustodyKind.JAIL), Status.JAIL),
        (inside.filter(kind=CustodyKind.PRISON), Status.PRISON),
    )
    people = Person.objects.filter(pk__in=person_ids)
    others = people.exclude(status__in=_FROM_STAYS).values_list("pk", flat=True)
    for found, status in ranked:
        people.filter(pk__in=found.values("person_id"), status__in=_FROM_STAYS).update(
            status=status
        )
    for person in list(others):
        refresh_status(person)
