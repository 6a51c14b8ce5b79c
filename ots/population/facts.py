"""What is made up about one person: the record as the courts and the department would hold it."""

from dataclasses import dataclass
from datetime import date, datetime

from offenders import choices
from supervision import choices as supervision_choices
from timecomp.law.offences import OffenceCode


@dataclass(frozen=True, slots=True)
class Name:
    """A name and how it is borne."""

    kind: choices.NameKind
    last: str
    first: str
    middle: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number by which an agency knows the person."""

    kind: choices.IdentifierKind
    issuer: str
    value: str


@dataclass(frozen=True, slots=True)
class Looks:
    """A description of the person."""

    height_inches: int
    weight_pounds: int
    eye_color: str
    hair_color: str
    marks: str


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the person is."""

    name: Name
    other_names: tuple[Name, ...]
    birth_date: date
    sex: choices.Sex
    race: choices.Race
    ethnicity: choices.Ethnicity
    looks: Looks


@dataclass(frozen=True, slots=True)
class Length:
    """A length as a judgment states it."""

    years: int = 0
    months: int = 0
    days: int = 0

    @property
    def whole_months(self) -> int:
        """Return years and months as months."""
        return 12 * self.years + self.months


@dataclass(frozen=True, slots=True)
class Terms:
    """What one judgment of the case sets for a count."""

    judgment: int
    kind: choices.SentenceKind
    sentenced_on: date
    minimum: Length = Length()
    maximum: Length = Length()
    is_life: bool = False
    jail_credit_days: int = 0
    habitual: int = 0
    authority: str = ""
    after: tuple[str, ...] = ()
    as_written: bool = False
    vacated_on: date | None = None


@dataclass(frozen=True, slots=True)
class Award:
    """Special credit that the warden awarded."""

    kind: choices.CreditKind
    days: int
    on: date


@dataclass(frozen=True, slots=True)
class Loss:
    """Credit taken away, and what of it was given back and when."""

    days: int
    on: date
    restored_days: int = 0
    restored_on: date | None = None


@dataclass(frozen=True, slots=True)
class Offense:
    """What a count alleges."""

    code: OffenceCode
    on: date
    until: date | None = None
    form: choices.OffenseRole = choices.OffenseRole.COMPLETED
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """One count of a case; the last of its terms are the current ones."""

    offense: Offense
    disposition: choices.DispositionKind | None = None
    disposed_on: date | None = None
    label: str = ""
    terms: tuple[Terms, ...] = ()
    awards: tuple[Award, ...] = ()
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgment:
    """A judgment of sentence."""

    kind: choices.OrderKind
    entered_on: date


@dataclass(frozen=True, slots=True)
class BondSet:
    """Bond in a case."""

    kind: choices.BondKind
    amount_cents: int
    set_on: date
    posted_on: date | None


@dataclass(frozen=True, slots=True)
class CourtDate:
    """A hearing to come."""

    purpose: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Case:
    """A case in one court."""

    court: str
    docket: str
    judge: str
    arrested_on: date
    arresting_agency: str
    filed_on: date
    is_open: bool
    counts: tuple[Count, ...]
    judgments: tuple[Judgment, ...] = ()
    bonds: tuple[BondSet, ...] = ()
    hearings: tuple[CourtDate, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Person:
    """One made-up person with the whole record."""

    index: int
    status: choices.Status
    identity: Identity
    numbers: tuple[Number, ...]
    cases: tuple[Case, ...]
    stays: tuple[Stay, ...]
    moves: tuple[Move, ...]
    tickets: tuple[Ticket, ...]
    releases: tuple[Release, ...]
    community: Community
    defects: frozenset[str] = frozenset()
