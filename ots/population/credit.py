"""What credits leave of a term: enough to make up sentences that fit where people stand today."""

from datetime import date

from timecomp.law.mcl_800.s33_regimes import regime_versions
from timecomp.law.offences import OffenceCode
from timecomp.law.regime import Regime, Scheme

# The smallest share of a long term that is left once every credit has been earned and awarded.
LEFT_AFTER_CREDITS = {Scheme.GOOD_TIME: 0.5, Scheme.DISCIPLINARY_CREDIT: 0.8, Scheme.NOTHING: 1.0}
# The share of a minimum that people served in fact before they were first paroled.
SERVED_OF_MINIMUM = {Scheme.GOOD_TIME: 0.7, Scheme.DISCIPLINARY_CREDIT: 0.88, Scheme.NOTHING: 1.1}


def regime_of(code: OffenceCode, on: date) -> Regime:
    """Return the credit regime of a crime of that day; an unknown place on a list is none."""
    rules = regime_versions(
        is_proposal_b=bool(code.is_proposal_b),
        is_listed_1998=bool(code.is_truth_in_sentencing_1998),
    )
    return rules.on(on)(offense_date=on)


def maximum_to_last(months: int, regime: Regime) -> int:
    """Return the shortest maximum, in months, that still runs after so many whatever is earned."""
    return int(months / LEFT_AFTER_CREDITS[regime.maximum]) + 2


def minimum_served(months: int, regime: Regime) -> int:
    """Return about what minimum, in months, ends in parole after so many were served."""
    return int(months / SERVED_OF_MINIMUM[regime.minimum])


def minimum_served_in_full(months: int) -> int:
    """Return about what minimum ends after so many months when nothing shortens it."""
    return int(months / SERVED_OF_MINIMUM[Scheme.NOTHING])
