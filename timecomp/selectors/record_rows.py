"""What is read of the record to build cases: plain rows, each kind by person."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeVar


class TermsRow(NamedTuple):
    """The terms of one sentence with what the charge and its disposition say."""

    person_id: int
    id: int
    sentence_id: int
    label: str
    case_id: int
    kind: str
    sentenced_on: date
    minimum_years: int
    minimum_months: int
    minimum_days: int
    maximum_years: int
    maximum_months: int
    maximum_days: int
    is_life_maximum: bool
    jail_credit_days: int
    habitual_level: int
    consecutive_authority: str
    judge_approval_on: date | None
    vacated_on: date | None
    surrendered_on: date | None
    judgment_id: int
    judgment_kind: str
    supersedes_id: int | None
    superseded_at: object
    offense_code: str | None
    statute_mcl: str | None
    offense_date: date | None
    offense_date_to: date | None
    form: str | None
    flags: list[str] | None
    convicted_on: date | None


class CustodyRow(NamedTuple):
    """A time in custody."""

    person_id: int
    kind: str
    began_on: date
    ended_on: date | None
    case_id: int | None


class ReleaseRow(NamedTuple):
    """A release on parole, with the release that it corrects."""

    person_id: int
    id: int
    released_on: date
    term_months: int
    supersedes_id: int | None
    superseded_at: object


class ViolationRow(NamedTuple):
    """A violation of parole."""

    person_id: int
    parole_id: int
    kind: str
    declared_on: date
    available_on: date | None
    detainer_on: date | None


class MisconductRow(NamedTuple):
    """A misconduct ticket."""

    person_id: int
    violated_on: date
    found_guilty_on: date
    misconduct_class: str
    disciplinary_time_days: int


class AwardRow(NamedTuple):
    """Special credit awarded."""

    person_id: int
    label: str
    kind: str
    days: int
    awarded_on: date
    applies_to: str


class ForfeitureRow(NamedTuple):
    """Credit taken away."""

    person_id: int
    label: str
    days: int
    ordered_on: date
    authority: str


class RestorationRow(NamedTuple):
    """Credit given back."""

    person_id: int
    label: str
    days: int
    ordered_on: date


class OrderRow(NamedTuple):
    """A decision of a court, the board or the governor on the person's time."""

    person_id: int
    kind: str
    made_on: date
    sentence__label: str | None
    effective_on: date | None
    days: int | None
    term_years: int
    term_months: int
    is_completed: bool
    awaits_treatment: bool


class DecisionRow(NamedTuple):
    """What a clerk decided of the computed dates."""

    person_id: int
    id: int
    kind: str
    decided_on: date
    reason: str
    rule: str
    sentence_label: str
    message: str
    date_name: str
    value: date | None
    system_value: date | None
    authority: str
    until: date | None


Row = TypeVar("Row", bound=NamedTuple)
ByPerson = dict[int, list[Row]]


@dataclass(frozen=True, slots=True)
class RecordRows:
    """All rows of a stretch, each kind by person."""

    birth_dates: dict[int, date | None]
    terms: ByPerson[TermsRow]
    # The terms that a resentencing replaced, by the sentence's key.
    earlier_terms: dict[int, list[TermsRow]]
    follows: dict[int, list[str]]
    custody: ByPerson[CustodyRow]
    misconduct: ByPerson[MisconductRow]
    awards: ByPerson[AwardRow]
    forfeitures: ByPerson[ForfeitureRow]
    restorations: ByPerson[RestorationRow]
    releases: ByPerson[ReleaseRow]
    violations: ByPerson[ViolationRow]
    decisions: ByPerson[DecisionRow]
    orders: ByPerson[OrderRow]
