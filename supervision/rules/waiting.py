"""How long it took from being eligible until somebody decided."""

from datetime import date


def days_to_decision(
    eligible_since: date | None, *, decided_on: date | None, today: date
) -> int | None:
    """Return the days from eligible to decided, or until today while nobody has.

    Nothing where the day of becoming eligible is not on record, or the decision came before it.
    """
    if eligible_since is None:
        return None
    days = ((decided_on or today) - eligible_since).days
    return days if days >= 0 else None
