"""Drawing by weight."""

from bisect import bisect
from collections.abc import Iterable
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")


class Weighted(Generic[T]):
    """Things to draw from, each as often as its weight says."""

    __slots__ = ("_cumulative", "_things", "_total")

    def __init__(self, pairs: Iterable[tuple[T, float]]) -> None:
        kept = [(thing, weight) for thing, weight in pairs if weight > 0]
        self._things = [thing for thing, _ in kept]
        self._cumulative = list(accumulate(weight for _, weight in kept))
        self._total = self._cumulative[-1]

    def draw(self, random: Random) -> T:
        """Return one of the things."""
        return self._things[bisect(self._cumulative, random.random() * self._total)]


def happens(random: Random, probability: float) -> bool:
    """Say whether something of that probability happens."""
    return random.random() < probability
