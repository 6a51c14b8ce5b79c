"""Of what somebody was convicted in a court case, as a transfer tells it."""

from collections.abc import Iterator
from typing import Final

from offenders.choices import DispositionKind
from offenders.models import Charge, CourtCase
from ots.access.closures import Closure

# A count that ended otherwise is no offense for which somebody is supervised.
CONVICTED: Final = frozenset(
    {
        DispositionKind.CONVICTED_PLEA.value,
        DispositionKind.CONVICTED_TRIAL.value,
        DispositionKind.DEFERRED.value,
    }
)


def offenses_of(case: CourtCase) -> Iterator[str]:
    """Name the counts of a court case that stand; nothing that a court or the law closed."""
    if case.closure != Closure.OPEN:
        return
    for charge in case.charges.all():
        if charge.closure == Closure.OPEN and _stands(charge):
            now = (each for each in charge.particulars.all() if each.superseded_at is None)
            yield from (each.description for each in now)


def _stands(charge: Charge) -> bool:
    ended = {each.kind for each in charge.dispositions.all() if each.superseded_at is None}
    return ended <= CONVICTED
