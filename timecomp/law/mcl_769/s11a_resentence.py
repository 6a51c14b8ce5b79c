"""MCL 769.11a: time served under a void or replaced sentence counts on the sentence that takes
its place."""

from datetime import date

from timecomp.engine.dates import add_days, days_excluding_first
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing


@rule(
    "start_resentence",
    title="Start of a sentence that replaces another",
    citation="MCL 769.11a; MCL 769.25a",
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.RECALLED,
    awaits="That every day since the first start counts while custody is unbroken.",
    prose=(
        "Every day served since {replaced_start} counts on the sentence of {sentenced_on}: "
        "it starts on {output}."
    ),
)
def start_resentence(*, sentenced_on: date, replaced_start: date) -> date:
    """The new term is credited with every day since the start of the one it replaces."""
    return add_days(sentenced_on, -max(0, days_excluding_first(replaced_start, sentenced_on)))


@rule(
    "res_credit_jos_may_be_wrong",
    title="Jail credit stated on a resentencing",
    citation="MCL 769.11a; People v Tims (2024)",
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def resentence_credit_agrees(
    *, jail_credit_days: int, original_credit_days: int, days_served: int
) -> str | None:
    """A resentencing may restate the first jail credit or all days served; any other figure is
    asked about."""
    if jail_credit_days in (0, original_credit_days, days_served):
        return None
    return (
        f"The resentencing credits {jail_credit_days} days; the first judgment gave "
        f"{original_credit_days} and {days_served} had been served in all. All days served were "
        "counted; ask the court what it meant."
    )
