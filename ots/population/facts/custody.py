"""Where the person was held, and what happened there."""

from dataclasses import dataclass
from datetime import date

from offenders import choices


@dataclass(frozen=True, slots=True)
class Stay:
    """Time in one kind of custody; ``ended_on`` is the first day out of it."""

    kind: choices.CustodyKind
    facility: str | None
    began_on: date
    ended_on: date | None
    admission: str = ""
    release: str = ""
    case: int | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """Something that happened to the person's custody."""

    kind: choices.MovementKind
    on: date
    facility: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ticket:
    """A misconduct of which the person was found guilty."""

    violated_on: date
    found_guilty_on: date
    misconduct_class: choices.MisconductClass
    description: str
    disciplinary_time_days: int


@dataclass(frozen=True, slots=True)
class Violation:
    """A declared violation of parole."""

    kind: choices.ParoleViolationKind
    declared_on: date
    available_on: date | None


@dataclass(frozen=True, slots=True)
class Release:
    """A release on parole."""

    on: date
    term_months: int
    violations: tuple[Violation, ...] = ()
