"""What a projection is told rather than computes: rates stated by whoever runs it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

STATED = "stated by the user"
ALL = 100
MONTHS_IN_A_YEAR = 12


class UnusableRateError(ValueError):
    """A rate that no projection can use; names it and what to give."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Rates of admission, parole and return; each is the user's own statement.

    Of those whose earliest release comes, `paroled_percent` leave in that month and the others
    `deferral_months` later. Parole lasts `parole_months`, never beyond the maximum. Of people on
    parole, `return_percent` a year go back to prison for `return_months`.
    """

    admissions: Mapping[str, float]
    paroled_percent: int = ALL
    deferral_months: int = 12
    parole_months: int = 24
    return_percent: int = 0
    return_months: int = 12

    def __post_init__(self) -> None:
        for name in ("paroled_percent", "return_percent"):
            if not 0 <= getattr(self, name) <= ALL:
                raise UnusableRateError(f"[{name}] is a share; give 0 to 100.")
        for name in ("deferral_months", "parole_months", "return_months"):
            if getattr(self, name) < 0:
                raise UnusableRateError(f"[{name}] is a number of months; give 0 or more.")
        if any(people < 0 for people in self.admissions.values()):
            raise UnusableRateError("[admissions] are people a month; give 0 or more.")

    @property
    def returning_a_month(self) -> float:
        """The share of people on parole who go back in a month."""
        return float(1 - (1 - self.return_percent / ALL) ** (1 / MONTHS_IN_A_YEAR))

    def in_words(self) -> Iterator[str]:
        """Every rate as a sentence to print with the figures."""
        for group, people in sorted(self.admissions.items()):
            named = group.replace("_", " ")
            yield f"{people:g} people a month are admitted for offenses of the group {named}."
        yield (
            f"{self.paroled_percent} per cent leave in the month of their earliest release, the "
            f"others {self.deferral_months} months later, nobody after the maximum."
        )
        yield "Whoever was passed over already leaves, evenly spread, within those months."
        yield f"Parole lasts {self.parole_months} months, not beyond the maximum."
        yield (
            f"{self.return_percent} per cent of people on parole go back within a year, for "
            f"{self.return_months} months."
        )
        yield (
            "Whoever is admitted serves as long as people sentenced in the last five years for an "
            "offense of that group do until their earliest release, under each law."
        )
