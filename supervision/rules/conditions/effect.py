"""When an ordered change of a condition takes effect."""

from datetime import date

CITATION = "MCL 791.236(2), as amended by 2020 PA 398"


def takes_effect_on(
    *, ordered_for: date, asks_notice: bool, noticed_on: date | None
) -> date | None:
    """Return the first day on which a condition binds; None while the notice it asks for is out.

    A change of a parole order is written and binds the person once he has notice of it; an order
    of a court binds from the day that it names.
    """
    if not asks_notice:
        return ordered_for
    if noticed_on is None:
        return None
    return max(ordered_for, noticed_on)
