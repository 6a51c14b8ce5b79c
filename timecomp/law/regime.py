"""The credit regimes, by the names of the law's own periods."""

from enum import StrEnum

from timecomp.engine.frozen import dataclass
from timecomp.law.topics import End


class RegimeId(StrEnum):
    """Which body of credit law a sentence falls under."""

    R1 = "r1"
    R2 = "r2"
    R3 = "r3"
    R4 = "r4"
    R5 = "r5"
    R6A = "r6a"
    R6B = "r6b"


class Scheme(StrEnum):
    """What shortens one end of a sentence."""

    GOOD_TIME = "good_time"
    DISCIPLINARY_CREDIT = "disciplinary_credit"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Regime:
    """What shortens the minimum and what shortens the maximum."""

    id: RegimeId
    minimum: Scheme
    maximum: Scheme

    @property
    def is_truth_in_sentencing(self) -> bool:
        """Whether the person is subject to disciplinary time and earns nothing."""
        return self.id in (RegimeId.R6A, RegimeId.R6B)

    def scheme(self, end: End) -> Scheme:
        """What shortens that end."""
        return self.minimum if end is End.MINIMUM else self.maximum

    def __str__(self) -> str:
        return self.id.value
