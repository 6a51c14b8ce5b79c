"""The facts of a case, as the courts and the department recorded them; the keys are those of a
case file."""

import datetime
from dataclasses import field
from enum import StrEnum
from typing import Literal

from timecomp.engine.dates import MONTHS_A_YEAR, whole_months
from timecomp.engine.frozen import dataclass
from timecomp.law.clerk_decision import ClerkDecision


class SentenceKind(StrEnum):
    """What the court imposed."""

    INDETERMINATE = "indeterminate"
    FLAT = "flat"
    LIFE = "life"
    JAIL = "jail"
    PROBATION = "probation"
    HYTA_PRISON = "hyta_prison"


class CustodyKind(StrEnum):
    """Where the person was."""

    JAIL = "jail"
    PRISON = "prison"
    PAROLE = "parole"
    ESCAPE = "escape"
    DELINQUENT = "delinquent"
    FOREIGN = "foreign"
    APPEAL_BOND = "appeal_bond"
    TETHER = "tether"
    TREATMENT = "treatment"


class AwardKind(StrEnum):
    """The special credits a warden awards."""

    SPECIAL_GOOD_TIME = "special_good_time"
    SPECIAL_DISCIPLINARY_CREDIT = "special_disciplinary_credit"


class AppliesTo(StrEnum):
    """Which end of a sentence an award shortens."""

    MINIMUM = "minimum"
    MAXIMUM = "maximum"
    BOTH = "both"


class ForfeitAuthority(StrEnum):
    """Who took credit away."""

    WARDEN = "warden"
    PAROLE_BOARD = "parole_board"
    COURT = "court"


class ViolationKind(StrEnum):
    """How parole was broken."""

    TECHNICAL = "technical"
    NEW_SENTENCE = "new_sentence"


class OrderKind(StrEnum):
    """What a court, the board, the governor or the department decided of a person's time."""

    COMMUTATION = "commutation"
    MEDICAL_PAROLE = "medical_parole"
    SPECIAL_ALTERNATIVE = "special_alternative"
    PAROLE_GRANT = "parole_grant"
    PAROLE_SANCTION = "parole_sanction"
    CHARGE_NOTICE = "charge_notice"
    SENTENCE_DELAYED = "sentence_delayed"
    PROBATION_EXTENSION = "probation_extension"
    PROBATION_JAIL = "probation_jail"
    TECHNICAL_SANCTION = "technical_sanction"
    JAIL_QUARTER = "jail_quarter"
    JAIL_OVERCROWDING = "jail_overcrowding"
    EMERGENCY_REDUCTION = "emergency_reduction"


class MonthCount(StrEnum):
    """How months served are counted for disciplinary credit."""

    TOUCH = "touch"
    FULL = "full"
    PRORATE = "prorate"


class JailDayCount(StrEnum):
    """Whether the last day of a jail stay counts."""

    INCLUSIVE = "inclusive"
    EXCLUSIVE = "exclusive"


@dataclass(frozen=True, slots=True)
class Term:
    """A length as a judgment states it; months are never turned into days."""

    years: int = 0
    months: int = 0
    days: int = 0

    @property
    def whole_months(self) -> int:
        """Years and months as months; days stand apart."""
        return MONTHS_A_YEAR * self.years + self.months

    def __str__(self) -> str:
        parts = [(self.years, "year"), (self.months, "month"), (self.days, "day")]
        said = [f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in parts if n]
        return " ".join(said) or "0 days"


Maximum = Term | Literal["life"] | None


@dataclass(frozen=True, slots=True)
class Person:
    """Who was sentenced, as far as the law of time asks."""

    birth_date: datetime.date | None = None

    def age_on(self, day: datetime.date) -> int | None:
        """Whole years old that day; None without a birth date."""
        if self.birth_date is None:
            return None
        return whole_months(self.birth_date, day) // MONTHS_A_YEAR


@dataclass(frozen=True, slots=True)
class Offense:
    """The crime of one count; `date_to` ends a range when the day is not known or the crime went
    on."""

    code: str
    date: datetime.date
    date_to: datetime.date | None = None
    attempt: bool = False
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One count of a judgment of sentence."""

    id: str
    offense: Offense
    sentenced_on: datetime.date
    kind: SentenceKind
    minimum: Term | None = None
    maximum: Maximum = None
    jail_credit_days: int = 0
    habitual: int = 0
    consecutive_to: tuple[str, ...] = ()
    consecutive_authority: str | None = None
    convicted_on: datetime.date | None = None
    judge_approval_on: datetime.date | None = None
    vacated_on: datetime.date | None = None
    replaces: str | None = None
    surrendered_on: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class CustodySpan:
    """A stay somewhere from its first day to its last; `to` is None while it lasts."""

    kind: CustodyKind
    from_: datetime.date
    to: datetime.date | None = None
    sentence: str | None = None


@dataclass(frozen=True, slots=True)
class Misconduct:
    """A misconduct ticket; without a finding of guilt it costs nothing."""

    violated_on: datetime.date
    class_: str
    found_guilty_on: datetime.date | None = None
    disciplinary_time_days: int | None = None


@dataclass(frozen=True, slots=True)
class CreditAward:
    """Special credit that a warden awarded; days below zero rescind."""

    sentence: str
    kind: AwardKind
    days: int
    awarded_on: datetime.date
    applies_to: AppliesTo = AppliesTo.BOTH


@dataclass(frozen=True, slots=True)
class Forfeiture:
    """Earned credit taken away."""

    sentence: str
    days: int
    ordered_on: datetime.date
    authority: ForfeitAuthority = ForfeitAuthority.WARDEN


@dataclass(frozen=True, slots=True)
class Restoration:
    """Forfeited credit given back."""

    sentence: str
    days: int
    ordered_on: datetime.date


@dataclass(frozen=True, slots=True)
class ParoleViolation:
    """A declared violation of parole; the days until the person is available for return are dead
    time."""

    kind: ViolationKind
    declared_on: datetime.date
    available_on: datetime.date | None = None
    detainer_on: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Parole:
    """A release on parole and the term of the board's order."""

    released_on: datetime.date
    term: Term | None = None
    violations: tuple[ParoleViolation, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """A decision on a person's time: `day` is the day it sets, `days` or `term` its length."""

    kind: OrderKind
    made_on: datetime.date
    sentence: str | None = None
    day: datetime.date | None = None
    days: int | None = None
    term: Term | None = None
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Options:
    """Conventions on which no authority has been read, each with its default."""

    disciplinary_credit_months: MonthCount = MonthCount.TOUCH
    jail_days: JailDayCount = JailDayCount.INCLUSIVE


@dataclass(frozen=True, slots=True)
class Case:
    """Everything known of one person's sentences as of a day."""

    id: str
    sentences: tuple[Sentence, ...]
    as_of: datetime.date | None = None
    person: Person = Person()
    custody: tuple[CustodySpan, ...] = ()
    misconduct: tuple[Misconduct, ...] = ()
    credit_awards: tuple[CreditAward, ...] = ()
    forfeitures: tuple[Forfeiture, ...] = ()
    restorations: tuple[Restoration, ...] = ()
    parole: tuple[Parole, ...] = ()
    orders: tuple[Order, ...] = ()
    decisions: tuple[ClerkDecision, ...] = ()
    options: Options = field(default_factory=Options)
