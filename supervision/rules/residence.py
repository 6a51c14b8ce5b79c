"""When a home counts as stable."""

from datetime import date

from timecomp.engine.parameters import Value, parameter
from timecomp.engine.standing import Standing

STABLE_AFTER = parameter(
    "supervision.residence_stable_after",
    title="Days at one address after which a residence counts as stable",
    unit="days",
    module=__name__,
    values=[Value(None, 90, "Default of the agency; edit it", Standing.INFERRED, "The number.")],
)


def is_stable(since: date | None, on: date) -> bool:
    """Whether somebody who has lived at one address since a day has a stable home."""
    return since is not None and (on - since).days >= STABLE_AFTER.on(on).amount
