"""How sure we are of a rule or an amount, so that every answer can say so."""

from enum import StrEnum


class Standing(StrEnum):
    """The footing of a rule or a value; anything but VERIFIED computes and says that it awaits
    counsel."""

    VERIFIED = "verified"
    RECALLED = "recalled"
    INFERRED = "inferred"
    # A text that is no law: only what-ifs know it, the book never does.
    PROPOSED = "proposed"

    @property
    def awaits_counsel(self) -> bool:
        """Whether a lawyer has still to confirm it."""
        return self is not Standing.VERIFIED
