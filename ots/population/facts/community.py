"""Life outside, and what courts and agencies ordered."""

from dataclasses import dataclass
from datetime import date

from offenders import choices
from supervision.choices import period as supervision_choices


@dataclass(frozen=True, slots=True)
class Supervised:
    """One term of supervision."""

    type: supervision_choices.SupervisionType
    level: supervision_choices.SupervisionLevel
    began_on: date
    expected_end_on: date
    ended_on: date | None = None
    termination_reason: str = ""


@dataclass(frozen=True, slots=True)
class Assigned:
    """The office that supervises now; ``draw`` (0 to 1) chooses one of its agents."""

    office: str
    draw: float
    began_on: date


@dataclass(frozen=True, slots=True)
class Scale:
    """One scale of a risk instrument."""

    scale: str
    assessed_on: date
    score: int
    band: str


@dataclass(frozen=True, slots=True)
class WarrantIssued:
    """A warrant for the person's arrest."""

    number: str
    kind: choices.WarrantKind
    court: str | None
    issued_on: date
    served_on: date | None
    caution: str


@dataclass(frozen=True, slots=True)
class HoldPlaced:
    """A hold on the person in jail."""

    agency_name: str
    basis: str
    placed_on: date
    cleared_on: date | None


@dataclass(frozen=True, slots=True)
class DetainerLodged:
    """A detainer of another authority."""

    authority: str
    number: str
    charge_pending: str
    lodged_on: date


@dataclass(frozen=True, slots=True)
class Order:
    """A protective order."""

    number: str
    court: str
    protected_name: str
    conditions: str
    issued_on: date
    served_on: date
    expires_on: date


@dataclass(frozen=True, slots=True)
class Home:
    """An address."""

    street: str
    unit: str
    city: str
    postal_code: str
    began_on: date
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class Telephone:
    """A telephone number."""

    kind: choices.PhoneKind
    number: str
    began_on: date


@dataclass(frozen=True, slots=True)
class Job:
    """A job held."""

    employer: str
    occupation: str
    hours_a_week: int
    began_on: date
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class Community:
    """Life outside: where the person lives and works, who supervises, what is ordered."""

    homes: tuple[Home, ...] = ()
    telephones: tuple[Telephone, ...] = ()
    jobs: tuple[Job, ...] = ()
    supervised: tuple[Supervised, ...] = ()
    assigned: Assigned | None = None
    scales: tuple[Scale, ...] = ()
    warrants: tuple[WarrantIssued, ...] = ()
    holds: tuple[HoldPlaced, ...] = ()
    detainers: tuple[DetainerLodged, ...] = ()
    orders: tuple[Order, ...] = ()
