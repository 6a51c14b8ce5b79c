"""Writing an entry of the ledger with its sides: the one place where money moves."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from offenders.models import Person
from offenders.services.facts import check_fields, check_person
from ots.access.viewer import Viewer
from ots.audit.context import occasion
from supervision.choices.money import EntryKind
from supervision.models import LedgerEntry, Posting

# An account, the debt where the account is what is owed, and what it gains or loses.
Side = tuple[str, int | None, Decimal]


def post(
    viewer: Viewer,
    person_id: int,
    *,
    kind: EntryKind,
    on: date,
    sides: Iterable[Side],
    **more: object,
) -> LedgerEntry:
    """Write an entry with its sides for a viewer who may change money of this person."""
    check_person(viewer, person_id)
    check_fields(viewer, LedgerEntry, {"kind", "on"})
    values: Mapping[str, object] = {"recorded_by": viewer.user, **more}
    return post_unasked(person_id, kind=kind, on=on, sides=sides, **values)


def post_unasked(
    person_id: int, *, kind: EntryKind, on: date, sides: Iterable[Side], **more: object
) -> LedgerEntry:
    """Write an entry that follows from another; PostgreSQL refuses sides that do not balance."""
    with occasion(kind.name, person_id=person_id):
        made: LedgerEntry = LedgerEntry.objects.create(
            person_id=person_id, kind=kind, on=on, **dict(more)
        )
        for account, debt_id, amount in sides:
            if amount:
                Posting.objects.create(entry=made, account=account, debt_id=debt_id, amount=amount)
    return made


def lock(*person_ids: int) -> None:
    """Have whoever else changes the ledgers of these people wait."""
    list(Person.objects.select_for_update().filter(pk__in=person_ids).order_by("pk"))
