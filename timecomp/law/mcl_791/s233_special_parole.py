"""MCL 791.233(1)(b): parole before the minimum with the judge's written approval, and who may
not have it."""

from datetime import date

from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing


@rule(
    "special_parole",
    title="Parole before the minimum with the judge's approval",
    citation="MCL 791.233(1)(b)",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="The judge approved parole on {approved_on}; the person may be paroled from {output}.",
)
def special_parole(*, start: date, net_minimum: date, approved_on: date) -> date:
    """With the written approval of the judge or a successor parole may come before the minimum."""
    return min(net_minimum, max(start, approved_on))


@rule(
    "pb_no_special_parole",
    title="No special parole for a Proposal B crime",
    citation="MCL 791.233b",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def may_have_special_parole(*, listed: bool | None, approved_on: date) -> str | None:
    """A crime that Proposal B lists, or may list, takes no approval before its minimum."""
    if listed is False:
        return None
    known = "lists this crime" if listed else "may list this crime; the book cannot tell"
    return (
        f"A judge's approval of {approved_on} is recorded, but Proposal B {known}. The approval "
        "was left out; check the offense code."
    )


@rule(
    "tis_no_early_judge",
    title="No approval under truth in sentencing",
    citation="MCL 791.233(1)(b), (d)",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def approval_has_effect(*, is_truth_in_sentencing: bool, approved_on: date) -> str | None:
    """Under truth in sentencing no judge can open parole before the minimum."""
    if not is_truth_in_sentencing:
        return None
    return (
        f"A judge's approval of {approved_on} is recorded, but under truth in sentencing the whole "
        "minimum is served. The approval was left out; check the offense date."
    )
