"""How long it took from being eligible until somebody decided."""

from datetime import date

from timecomp.engine.parameters import Parameter, Value, parameter
from timecomp.engine.standing import Standing

DECIDED_BACK: Parameter[int] = parameter(
    "supervision.decided_back",
    title="Days back in which decisions count toward the time from eligible to decided",
    unit="days",
    module=__name__,
    values=[
        Value(
            None, 365, "Default of the agency; edit it", Standing.INFERRED, "The agency's number."
        )
    ],
)


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
