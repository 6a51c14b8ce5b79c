"""MCL 791.242: parole lasts as the board orders, never beyond the maximum."""

from datetime import date

from timecomp.engine.dates import add_days
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.facts import Term
from timecomp.law.mcl_8.s3j_calendar import end_of_term


@rule(
    "parole_capped_by_max",
    title="Discharge from parole",
    citation="MCL 791.242",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.RECALLED,
    awaits="The wording of the cap, and that dead time puts the end of parole off.",
    prose=(
        "Parole from {released_on} for {term}, with {dead_days} days that do not count, "
        "ends on {output}, never after the maximum."
    ),
)
def parole_discharge(
    *, released_on: date, term: Term, dead_days: int, maximum_discharge: date | None
) -> date:
    """Parole ends when the ordered term has run, dead time left out, and never after the
    maximum."""
    ordered = add_days(end_of_term(start=released_on, term=term), dead_days)
    return ordered if maximum_discharge is None else min(ordered, maximum_discharge)


@rule(
    "parole_term_default",
    title="Term of parole not entered",
    citation="MCL 791.242; practice of the parole board",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def term_is_entered(*, released_on: date, term: Term | None) -> str | None:
    """The board's order states the term; most orders say 24 months, but none is assumed."""
    if term is not None:
        return None
    return (
        f"The parole of {released_on} has no term. Most orders say 24 months, but none was "
        "assumed; enter the term of the board's order."
    )
