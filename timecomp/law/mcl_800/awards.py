"""Whether an award of special credit can reach the end of the sentence that it names."""

from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.facts import AppliesTo, AwardKind
from timecomp.law.regime import Regime, Scheme

SCHEME_OF = {
    AwardKind.SPECIAL_GOOD_TIME: Scheme.GOOD_TIME,
    AwardKind.SPECIAL_DISCIPLINARY_CREDIT: Scheme.DISCIPLINARY_CREDIT,
}


@rule(
    "dc_mixed_regimes",
    title="An award that the credit law of the sentence does not know",
    citation="MCL 800.33; MCL 800.34",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def award_fits_regime(*, kind: AwardKind, applies_to: AppliesTo, regime: Regime) -> str | None:
    """Each sentence takes only the special credit of its own regime, on the ends that earn it."""
    ends = {AppliesTo.MINIMUM: regime.minimum, AppliesTo.MAXIMUM: regime.maximum}
    reached = [s for end, s in ends.items() if applies_to in (AppliesTo.BOTH, end)]
    if SCHEME_OF[kind] in reached:
        return None
    return (
        f"An award of {kind.replace('_', ' ')} to {applies_to} was not counted: a sentence under "
        f"credit regime {regime} does not take it. Check the award and the offense date."
    )


@rule(
    "sgt_on_max",
    title="Special good time reaches the maximum",
    citation="MCL 800.33; Threet v Department of Corrections (2021)",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def award_reaches_maximum(
    *, kind: AwardKind, applies_to: AppliesTo, regime: Regime, days: int
) -> str | None:
    """Special good time awarded on a sentence must be applied to its maximum too."""
    is_good_time = kind is AwardKind.SPECIAL_GOOD_TIME and regime.maximum is Scheme.GOOD_TIME
    if not is_good_time or applies_to is not AppliesTo.MINIMUM:
        return None
    return (
        f"{days} days of special good time are recorded on the minimum alone; the law gives them "
        "on the maximum too. They were counted as recorded; correct the award."
    )
