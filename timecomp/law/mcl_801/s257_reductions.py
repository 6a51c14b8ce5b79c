"""MCL 801.257 and 801.56-57: orders that shorten a jail term."""

from datetime import date

from timecomp.engine.dates import add_days
from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing

QUARTER = parameter(
    "jail_quarter",
    title="Share of a jail term that a court may take off",
    unit="one part in",
    module=__name__,
    values=[Value(None, 4, "MCL 801.257; Wilkins (2017)")],
)


@rule(
    "jail_quarter",
    title="Jail term shortened by a quarter",
    citation="MCL 801.257; Wilkins (2017)",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.RECALLED,
    awaits="That days over are dropped, and that the quarter stands beside good time.",
    prose="A quarter of {sentence_days} days is {output} days.",
)
def quarter_off(*, sentence_days: int, ordered_on: date) -> int:
    """The court may let the sheriff take a quarter of the term off; days over are dropped."""
    return sentence_days // amount(QUARTER, ordered_on)


@rule(
    "jail_overcrowd",
    title="Jail term shortened in overcrowding",
    citation="MCL 801.56-57; 1982 PA 325",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="The overcrowding order takes {days} days off: {release} becomes {output}.",
)
def release_in_overcrowding(*, release: date, days: int) -> date:
    """The days that the order names are taken off."""
    return add_days(release, -days)
