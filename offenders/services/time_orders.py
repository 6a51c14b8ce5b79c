"""Orders of courts, the parole board and the governor on a person's time."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone

from offenders.choices import TimeOrderKind
from offenders.models import Sentence, TimeOrder
from offenders.services.facts import add_fact
from offenders.services.refusals import Objection, RefusedError
from offenders.services.submissions import once
from ots.access.categories import Category
from ots.access.permissions import Permission
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.events import Event

# Orders that are about one sentence, and would move nothing without its name.
OF_A_SENTENCE = frozenset(
    {
        TimeOrderKind.COMMUTATION,
        TimeOrderKind.EMERGENCY_REDUCTION,
        TimeOrderKind.PROBATION_EXTENSION,
        TimeOrderKind.PROBATION_JAIL,
        TimeOrderKind.TECHNICAL_SANCTION,
        TimeOrderKind.SENTENCE_DELAYED,
        TimeOrderKind.JAIL_QUARTER,
        TimeOrderKind.JAIL_OVERCROWDING,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeOrderEntry:
    """An order as it reads; ``effective_on`` is the day that it sets."""

    kind: str
    made_on: date
    sentence_id: int | None = None
    effective_on: date | None = None
    days: int | None = None
    term_years: int = 0
    term_months: int = 0
    is_completed: bool = False


def record_time_order(
    viewer: Viewer, person_id: int, *, entry: TimeOrderEntry, token: UUID | None = None
) -> TimeOrder:
    """Record the order; the dates that hang on it are computed again."""
    viewer.require(Permission.SENTENCE_AMEND)
    if entry.kind == TimeOrderKind.MEDICAL_PAROLE and not viewer.may_category(Category.MEDICAL):
        raise NotAllowedError(f"[{viewer}] may not know of the person's health.")
    _check(person_id, entry)
    event = Event.TIME_ORDER_RECORDED
    values = {name: getattr(entry, name) for name in entry.__slots__}
    return once(
        token,
        event,
        TimeOrder,
        lambda: add_fact(viewer, TimeOrder, person_id=person_id, event=event, **values),
    )


def _check(person_id: int, entry: TimeOrderEntry) -> None:
    if entry.made_on > timezone.localdate():
        raise RefusedError(Objection("made_on", "This cannot be on a day still to come."))
    if entry.sentence_id is None:
        if entry.kind in OF_A_SENTENCE:
            message = "Choose the sentence that the order is about."
            raise RefusedError(Objection("sentence", message))
    elif not Sentence.objects.filter(person_id=person_id, pk=entry.sentence_id).exists():
        raise RefusedError(Objection("sentence", "Choose a sentence of this person."))
