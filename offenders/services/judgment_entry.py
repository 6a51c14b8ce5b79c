"""What a judgment of sentence says, as it is entered; the inputs of the sentence services."""

from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from offenders import choices
from offenders.services.cases import CaseEntry, Particulars


@dataclass(frozen=True, slots=True)
class Length:
    """A length as the judgment states it; months are never turned into days."""

    years: int = 0
    months: int = 0
    days: int = 0

    def __bool__(self) -> bool:
        """Say whether any length is stated."""
        return bool(self.years or self.months or self.days)

    def after(self, day: date) -> date:
        """Return the day on which the length, begun on ``day``, has run."""
        return day + relativedelta(years=self.years, months=self.months, days=self.days)

    def parts(self) -> tuple[int, int]:
        """Return months and days, by which the database compares two lengths."""
        return (self.years * 12 + self.months, self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A count not in the record yet: what it alleges and how it ended."""

    particulars: Particulars
    verdict: str = choices.DispositionKind.CONVICTED_PLEA


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What the judgment sets for one count; ``follows`` names sentences that run before it."""

    kind: str
    sentenced_on: date
    minimum: Length = Length()
    maximum: Length = Length()
    is_life_maximum: bool = False
    jail_credit_days: int = 0
    habitual_level: int = choices.HabitualLevel.NONE
    follows: tuple[int, ...] = ()
    consecutive_authority: str = ""
    as_written: bool = False
    surrendered_on: date | None = None

    def columns(self) -> dict[str, object]:
        """Return the values under the names of their columns; links are rows of their own."""
        return {
            "kind": self.kind,
            "sentenced_on": self.sentenced_on,
            "minimum_years": self.minimum.years,
            "minimum_months": self.minimum.months,
            "minimum_days": self.minimum.days,
            "maximum_years": self.maximum.years,
            "maximum_months": self.maximum.months,
            "maximum_days": self.maximum.days,
            "is_life_maximum": self.is_life_maximum,
            "jail_credit_days": self.jail_credit_days,
            "habitual_level": self.habitual_level,
            "consecutive_authority": self.consecutive_authority,
            "as_written": self.as_written,
            "surrendered_on": self.surrendered_on,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceOrder:
    """One count of a judgment and its terms; case and count are keys or, if new, what they say."""

    case: int | CaseEntry
    count: int | Count
    terms: Terms
    entered_on: date
    judge: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterPaper:
    """A judgment or order that changes a sentence.

    ``instead_of`` is the terms row against which the clerk read it: if another stands by now,
    nothing is saved.
    """

    entered_on: date
    reason: str
    instead_of: int
    judge: str = ""
    kind: str = choices.OrderKind.AMENDED
