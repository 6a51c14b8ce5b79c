"""MCL 769.34(2)(a): a minimum that the law itself sets stands whatever the guidelines say."""

from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.facts import Term


@rule(
    "mand_min_over_guidelines",
    title="Mandatory minimum of the offense",
    citation="MCL 769.34(2)(a)",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def mandatory_minimum_is_kept(*, minimum: Term, least_months: int) -> str | None:
    """The minimum is no shorter than the one the law sets for the offense."""
    return too_short(minimum, least_months)


def too_short(minimum: Term, least_months: int) -> str | None:
    """What to say of a minimum shorter than the law's; None if it is not."""
    if minimum.whole_months >= least_months:
        return None
    return (
        f"The law sets a minimum of {least_months} months for this offense, the judgment states "
        f"{minimum}. It was computed as written; find the court's reasons for less, or ask the "
        "court."
    )
