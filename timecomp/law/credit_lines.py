"""The lines of a table of credits: a month each, and what no month holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from timecomp.law.topics import End


@dataclass(frozen=True, slots=True)
class MonthLine:
    """One month of credit, from its first day to its last; ``total`` is what stands after it.

    ``misconduct`` names the days of the misconduct that cost the month, ``is_dead`` says that it
    was dead time.
    """

    first: date
    last: date
    rate: int
    earned: int
    lost: int = 0
    special: int = 0
    forfeited: int = 0
    restored: int = 0
    total: int = 0
    misconduct: tuple[date, ...] = ()
    is_dead: bool = False

    @property
    def change(self) -> int:
        """What the month adds to the total."""
        return self.earned - self.lost + self.special - self.forfeited + self.restored


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What no month holds: an order or a loss after the last of them, or a limit of the law."""

    reason: str
    day: date | None = None
    lost: int = 0
    special: int = 0
    forfeited: int = 0
    restored: int = 0
    floor: int = 0
    total: int = 0

    @property
    def change(self) -> int:
        """What it adds to the total."""
        return self.special - self.lost - self.forfeited + self.restored + self.floor


@dataclass(frozen=True, slots=True)
class CreditMonths:
    """Every month of credit on one end of a sentence, under the rule that earns it."""

    sentence: str
    end: End
    rule: str
    title: str
    citation: str
    months: tuple[MonthLine, ...]
    adjustments: tuple[Adjustment, ...] = ()

    @property
    def earned(self) -> int:
        """Regular good time or disciplinary credit, months lost taken off."""
        months = sum(each.earned - each.lost for each in self.months)
        return max(0, months - sum(each.lost for each in self.adjustments))

    @property
    def special(self) -> int:
        """Special credit that counts."""
        return self._sum("special")

    @property
    def forfeited(self) -> int:
        """Days taken away."""
        return self._sum("forfeited")

    @property
    def restored(self) -> int:
        """Days given back."""
        return self._sum("restored")

    @property
    def total(self) -> int:
        """The days by which the end of the sentence comes sooner."""
        lines: Sequence[MonthLine | Adjustment] = self.adjustments or self.months
        return lines[-1].total if lines else 0

    def _sum(self, column: str) -> int:
        return sum(getattr(each, column) for each in (*self.months, *self.adjustments))
