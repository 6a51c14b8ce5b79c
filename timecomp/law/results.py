"""The answer to a case: dates, credits, what a person must settle, and the steps."""

from datetime import date

from timecomp.engine.frozen import dataclass
from timecomp.engine.trace import Step


@dataclass(frozen=True, slots=True)
class OffenderDates:
    """The dates of the person as a whole, over every live sentence."""

    earliest_release_date: date | None = None
    maximum_discharge_date: date | None = None
    parole_discharge_date: date | None = None
    controlling_minimum: str | None = None
    controlling_maximum: str | None = None


@dataclass(frozen=True, slots=True)
class CreditDays:
    """Days of one kind of credit on the minimum and on the maximum."""

    minimum: int = 0
    maximum: int = 0


NO_DAYS = CreditDays()


@dataclass(frozen=True, slots=True)
class Credits:
    """Every kind of credit of one sentence, each apart."""

    regular_good_time: CreditDays = NO_DAYS
    special_good_time: CreditDays = NO_DAYS
    disciplinary_credit: CreditDays = NO_DAYS
    special_disciplinary_credit: CreditDays = NO_DAYS
    forfeited: int = 0
    restored: int = 0


@dataclass(frozen=True, slots=True)
class SentenceResult:
    """The dates of one sentence; None where no such date exists or a person must settle it.

    `parole_eligibility` is the first day on which the sentence lets the board grant parole,
    `half_term_date` the day on which half of a probation term is done.
    """

    id: str
    regime: str | None = None
    start: date | None = None
    calendar_minimum: date | None = None
    calendar_maximum: date | None = None
    net_minimum: date | None = None
    net_maximum: date | None = None
    projected_minimum: date | None = None
    projected_maximum: date | None = None
    parole_eligibility: date | None = None
    half_term_date: date | None = None
    credits: Credits = Credits()
    disciplinary_time_days: int = 0


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day by or from which somebody has to act; it moves no other date."""

    rule: str
    title: str
    sentence: str | None
    day: date


@dataclass(frozen=True, slots=True)
class ComputationException:
    """What the law, or the book, leaves to a person: the rule, the sentence and what would
    settle it."""

    rule: str
    sentence: str | None
    message: str


@dataclass(frozen=True, slots=True)
class SettledException:
    """A question that a clerk's decision settles while it is asked in the same words."""

    rule: str
    sentence: str | None
    message: str
    decision: str


@dataclass(frozen=True, slots=True)
class OverriddenDate:
    """A date that a clerk's decision put in place of the computed one; both are kept."""

    decision: str
    sentence: str | None
    date_name: str
    system_value: date | None
    override: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Result:
    """Every date of a case with the reasons; `used` names the rules and parameters that were
    applied."""

    id: str
    as_of: date | None
    offender: OffenderDates
    sentences: tuple[SentenceResult, ...]
    exceptions: tuple[ComputationException, ...]
    trace: tuple[Step, ...]
    used: frozenset[str]
    deadlines: tuple[Deadline, ...] = ()
    settled: tuple[SettledException, ...] = ()
    overrides: tuple[OverriddenDate, ...] = ()
