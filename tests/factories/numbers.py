"""Numbers that are different each time, for codes that must be unique."""

from itertools import count

_numbers = count(1)


def next_number() -> int:
    """Return a number not given before in this process."""
    return next(_numbers)
