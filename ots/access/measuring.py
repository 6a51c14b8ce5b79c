"""What the guard costs: the same lists with it and without, and one person decided about."""

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

MILLISECONDS = 1000
TAIL = 0.95


@dataclass(frozen=True, slots=True)
class Measured:
    """The middle and the slow end of many tries, in milliseconds."""

    name: str
    p50: float
    p95: float

    def line(self, beside: "Measured | None" = None) -> str:
        """Return a line of the table, with the ratio to the same without the guard."""
        ratio = f"  x{self.p50 / beside.p50:.2f}" if beside and beside.p50 else ""
        return f"{self.name:<44} p50 {self.p50:8.2f} ms  p95 {self.p95:8.2f} ms{ratio}"


def measure(name: str, ask: Callable[[], object], *, tries: int) -> Measured:
    """Return how long ``ask`` takes; the first try, which warms up, does not count."""
    ask()
    seconds = sorted(_timed(ask) for _ in range(tries))
    return Measured(
        name,
        p50=seconds[len(seconds) // 2] * MILLISECONDS,
        p95=seconds[int(len(seconds) * TAIL)] * MILLISECONDS,
    )


def _timed(ask: Callable[[], object]) -> float:
    begun = perf_counter()
    ask()
    return perf_counter() - begun
