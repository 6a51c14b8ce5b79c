"""Numbers that are different each time, for codes that must be unique."""

from itertools import count

_numbers = count(1)


def next_number() -> int:
    """Return a number not given before in this process."""
    return next(_numbers)


# A long run gives more numbers than a short column holds; one test never gives so many.
SHORTEST = 10_000


def short_number() -> int:
    """Return a number of four digits at most, not given before in this test."""
    return next_number() % SHORTEST
