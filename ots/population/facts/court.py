"""Cases, charges, judgments, sentences."""

from dataclasses import dataclass
from datetime import date, datetime

from offenders import choices
from timecomp.law.offences import OffenceCode


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
