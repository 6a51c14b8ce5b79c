"""Entries of the trail as people read them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from ots.access.categories import Category
from ots.access.models import Agency
from ots.audit.disclosures import Purpose
from ots.audit.events import EVENT_NAMES, Event
from ots.audit.models import AuditEntry, Outcome

_DONE = {0: "created", 1: "changed", 2: "deleted", 3: "looked at"}


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One entry: who did what when, about whom, why and from where."""

    entry: int
    at: datetime
    actor: str
    actor_id: int | None
    words: str
    record: str
    person: int | None
    people: tuple[int, ...]
    categories: tuple[str, ...]
    reason: str
    purpose: str
    is_denied: bool
    agency: str
    ori: str
    address: str
    origin: str
    session: str
    second_factor: str
    database_user: str
    request_number: str
    has_terms: bool

    @property
    def sentence(self) -> str:
        """Return the entry as a sentence."""
        about = f" of person {self.person}" if self.person else ""
        shown = f", {len(self.people)} people" if self.people else ""
        words = self.words.replace("a person's record", "the record") if about else self.words
        return f"{self.actor} {words}{about}{shown}"


def lines(entries: Iterable[AuditEntry]) -> list[EntryLine]:
    """Return the entries as lines; reads the agencies they name in one query."""
    rows = list(entries)
    agencies = Agency.objects.in_bulk({row.agency_id for row in rows if row.agency_id})
    return [_line(row, agencies.get(row.agency_id)) for row in rows]


def _line(row: AuditEntry, agency: Agency | None) -> EntryLine:
    return EntryLine(
        entry=row.pk,
        at=row.timestamp,
        actor=str(row.actor) if row.actor else _program(row),
        actor_id=row.actor_id,
        words=words_of(row),
        record=row.object_repr,
        person=row.person_id,
        people=tuple(row.people),
        categories=tuple(_label(name) for name in row.categories),
        reason=row.reason,
        purpose=_purpose(row.purpose),
        is_denied=row.outcome == Outcome.DENIED,
        agency=str(agency or ""),
        ori=row.ori or (agency.ori if agency else ""),
        address=row.remote_addr or "",
        origin=row.origin,
        session=row.session,
        second_factor=row.second_factor.replace("_", " "),
        database_user=row.database_user,
        request_number=row.cid or "",
        has_terms=bool(row.sealed_terms),
    )


def words_of(row: AuditEntry) -> str:
    """Return what was done, in the words of the catalogue."""
    if row.event in EVENT_NAMES:
        return Event[row.event].sentence
    return f"{_DONE[row.action]} {row.object_repr}"


def _program(row: AuditEntry) -> str:
    return f"The system ({row.origin})" if row.origin else "The system"


def _label(name: str) -> str:
    return Category(name).label if name in Category.values else name


def _purpose(code: str) -> str:
    return Purpose(code).label if code in Purpose.values else code
