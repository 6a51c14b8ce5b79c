"""Which records are drawn: a pure function of the frame, the size and the seed.

The order by which units are taken is that of a hash of the seed and the unit's key. The same seed
and frame therefore give the same sample on every machine, however the frame was read.
"""

import hashlib
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

READ_TWICE = 10


@dataclass(frozen=True, slots=True)
class Unit:
    """One record of the frame: its key, the county, and the stratum within the county."""

    key: int
    county: int
    stratum: str


def sample_size(*, confidence: float, error_rate: float, errors_allowed: int = 0) -> int:
    """Return how many must be compared to be so sure that fewer than the rate are wrong.

    The exact binomial: the least number at which no more errors than allowed would come up by
    luck with a chance of at most one minus the confidence.
    """
    if not (0 < confidence < 1 and 0 < error_rate < 1 and errors_allowed >= 0):
        raise ValueError(
            f"Give a confidence and a rate between 0 and 1, not [{confidence}] and [{error_rate}]."
        )
    low, high = errors_allowed, errors_allowed + 1
    while _at_most(errors_allowed, high, error_rate) > 1 - confidence:
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        enough = _at_most(errors_allowed, middle, error_rate) <= 1 - confidence
        low, high = (low, middle) if enough else (middle, high)
    return high


def _at_most(errors: int, number: int, rate: float) -> float:
    return math.fsum(
        math.exp(
            math.lgamma(number + 1)
            - math.lgamma(each + 1)
            - math.lgamma(number - each + 1)
            + each * math.log(rate)
            + (number - each) * math.log1p(-rate)
        )
        for each in range(min(errors, number) + 1)
    )


def draw(frame: Iterable[Unit], *, per_county: int, seed: int) -> list[Unit]:
    """Return the sample: so many of each county, shared among its strata, in order of the draw."""
    counties: dict[int, dict[str, list[Unit]]] = defaultdict(lambda: defaultdict(list))
    for unit in frame:
        counties[unit.county][unit.stratum].append(unit)
    drawn: list[Unit] = []
    for county in sorted(counties):
        strata = counties[county]
        shares = allocate({name: len(units) for name, units in strata.items()}, per_county)
        for name in sorted(strata):
            in_order = sorted(strata[name], key=lambda unit: _rank(seed, unit.key))
            drawn += in_order[: shares[name]]
    return drawn


def allocate(counts: Mapping[str, int], size: int) -> dict[str, int]:
    """Share the size among strata by their counts, one at least of each where the size allows."""
    total = sum(counts.values())
    if total <= size:
        return dict(counts)
    least = 1 if size >= len(counts) else 0
    given = {name: max(least, size * count // total) for name, count in counts.items()}

    def owed(name: str) -> tuple[int, str]:
        return size * counts[name] - given[name] * total, name

    while sum(given.values()) < size:
        given[max((name for name in given if given[name] < counts[name]), key=owed)] += 1
    while sum(given.values()) > size:
        given[min((name for name in given if given[name] > least), key=owed)] -= 1
    return given


def read_twice(keys: Iterable[int], *, seed: int) -> set[int]:
    """Return the tenth of the sample, rounded up, that a second reviewer reads too."""
    in_order = sorted(keys, key=lambda key: _rank(seed, key, "second reading"))
    return set(in_order[: math.ceil(len(in_order) / READ_TWICE)])


def digest(frame: Iterable[Unit]) -> str:
    """Return what tells one frame from another, whatever its order."""
    lines = sorted(f"{unit.key}:{unit.county}:{unit.stratum}" for unit in frame)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def register_lines(*, lines: int, size: int, seed: int) -> list[int]:
    """Return which lines of a court's register to look up, of as many as it has."""
    in_order = sorted(range(1, lines + 1), key=lambda line: _rank(seed, line, "register"))
    return sorted(in_order[:size])


def _rank(seed: int, key: int, use: str = "draw") -> bytes:
    return hashlib.sha256(f"{use}:{seed}:{key}".encode()).digest()
