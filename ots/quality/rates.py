"""Shares with the interval that a sample allows to claim."""

import math
from dataclasses import dataclass
from statistics import NormalDist

CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Share:
    """So many right of so many, with the lowest and highest share that they allow to claim."""

    right: int
    number: int
    low: float
    high: float

    @property
    def percent(self) -> float | None:
        """Return the share in percent; nothing where nothing was compared."""
        return 100 * self.right / self.number if self.number else None


def share(right: int, number: int, *, confidence: float = CONFIDENCE) -> Share:
    """Return the share with its Wilson interval, in percent."""
    if not 0 <= right <= number:
        raise ValueError(f"[{right}] right of [{number}] cannot be.")
    if number == 0:
        return Share(0, 0, 0.0, 100.0)
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    p, z2n = right / number, z * z / number
    centre = (p + z2n / 2) / (1 + z2n)
    half = z / (1 + z2n) * math.sqrt(p * (1 - p) / number + z2n / (4 * number))
    # Rounding must not claim that all or none is out of the question where it was found.
    low, high = min(max(0.0, centre - half), p), max(min(1.0, centre + half), p)
    return Share(right, number, 100 * low, 100 * high)
