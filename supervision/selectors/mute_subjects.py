"""What a line of the day's list is about, when it is to be muted."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Model
from django.http import Http404
from django.utils import timezone

from offenders.models import Hearing, ProtectiveOrder, Warrant
from offenders.selectors.reading import Reading
from ots.access.scopes import in_scope
from ots.core.numbers import whole_number
from supervision.choices.mute import MuteSubject
from supervision.models import Appointment, Obligation, SupervisionPeriod

# The table of a line, and the field without which the list shows none of it.
TABLES: Final[dict[str, tuple[type[Model], str]]] = {
    MuteSubject.OBLIGATION: (Obligation, "due_on"),
    MuteSubject.APPOINTMENT: (Appointment, "starts_at"),
    MuteSubject.HEARING: (Hearing, "scheduled_at"),
    MuteSubject.TERM: (SupervisionPeriod, "expected_end_on"),
    MuteSubject.WARRANT: (Warrant, "issued_on"),
    MuteSubject.ORDER: (ProtectiveOrder, "expires_on"),
}


@dataclass(frozen=True, slots=True)
class LineNamed:
    """A line that is to be muted: the row, in words, and whether only a supervisor may."""

    subject: str
    number: int
    what: str
    is_critical: bool


def line_named(reading: Reading, person_id: int, of: str, *, today: date) -> LineNamed:
    """Return the line that an address names, as ``obligation-17``; 404 if it is not there."""
    subject, _, digits = of.partition("-")
    number = whole_number(digits)
    if subject not in TABLES or number is None:
        raise Http404("No such line.")
    model, field = TABLES[subject]
    rows = in_scope(reading.viewer, model._default_manager.all(), person="person")
    row = rows.filter(person=person_id, pk=number).first()
    if row is None or not reading.sees(model, field):
        raise Http404("No such line.")
    what = row.title if isinstance(row, Obligation) else str(MuteSubject(subject).label)
    return LineNamed(subject, number, what, _is_critical(row, today))


def _is_critical(row: Model, today: date) -> bool:
    if isinstance(row, Obligation):
        return row.is_critical
    if isinstance(row, Hearing):
        return timezone.localdate(row.scheduled_at) == today
    if not isinstance(row, SupervisionPeriod) or row.expected_end_on is None:
        return False
    return row.expected_end_on < today
