"""How a person's dates came to be what they are: each computation that moved one, and why."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from offenders.selectors.reading import Reading
from ots.access.scopes import in_scope
from ots.audit.events import Event
from timecomp.choices import Cause
from timecomp.models import Computation
from timecomp.selectors.words import DATE_WORDS

COMPUTATIONS_SHOWN = 25


@dataclass(frozen=True, slots=True)
class Move:
    """One date that moved: whose, which, from what to what."""

    sentence: str
    label: str
    before: date | None
    after: date | None


@dataclass(frozen=True, slots=True)
class PastComputation:
    """One computation in the history: when, why, prompted by what, and what it moved."""

    number: int
    computed_at: datetime
    cause: str
    prompted_by: str
    actor: str
    moves: tuple[Move, ...]
    is_standing: bool


def computation_history(reading: Reading, person_id: int) -> tuple[PastComputation, ...]:
    """Return the first computation and all that moved a date, newest first."""
    if not reading.sees(Computation, "moved"):
        return ()
    telling = Q(cause=Cause.FIRST) | ~Q(moved=[])
    stored = in_scope(reading.viewer, Computation.objects.filter(telling), person="person")
    rows = stored.filter(person_id=person_id).select_related("actor").defer("facts", "results")
    shows_actor = reading.sees(Computation, "actor")
    shown = rows[:COMPUTATIONS_SHOWN]
    return tuple(past_computation(row, shows_actor=shows_actor) for row in shown)


def past_computation(row: Computation, *, shows_actor: bool) -> PastComputation:
    """Return one computation with its reason and what it moved."""
    return PastComputation(
        number=row.pk,
        computed_at=row.computed_at,
        cause=row.get_cause_display(),
        prompted_by=in_words(row.prompted_by),
        actor=str(row.actor or "") if shows_actor else "",
        moves=tuple(_move(move) for move in row.moved),
        is_standing=row.superseded_at is None,
    )


def _move(stored: dict[str, str | None]) -> Move:
    return Move(
        sentence=stored["sentence"] or "",
        label=DATE_WORDS[str(stored["date"])],
        before=_day(stored["from"]),
        after=_day(stored["to"]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def in_words(event: str) -> str:
    """Return the event that asked for a computation as a reader knows it."""
    return Event[event].sentence if event in Event.__members__ else event
