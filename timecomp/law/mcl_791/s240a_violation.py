"""MCL 791.240a and 791.258: hearings and sanctions for violations of parole."""

from datetime import date

from timecomp.engine.dates import add_days
from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing

HEARING_DAYS = parameter(
    "pv_hearing_45",
    title="Days in which a parolee returned for a violation is heard",
    unit="days",
    module=__name__,
    values=[Value(None, 45, "MCL 791.240a(3)")],
)
SANCTION_DAYS = parameter(
    "pv_sanction_cap_60",
    title="Most days of confinement as a sanction on parole",
    unit="days",
    module=__name__,
    values=[Value(None, 60, "MCL 791.258a")],
)


@rule(
    "pv_hearing_45",
    title="Hearing on a violation of parole",
    citation="MCL 791.240a(3)",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="Available since {available_on}, the parolee is heard by {output} unless convicted.",
)
def violation_hearing_by(*, available_on: date) -> date:
    """A fact-finding hearing within 45 days of return or availability."""
    return add_days(available_on, amount(HEARING_DAYS, available_on))


@rule(
    "pv_off_parole",
    title="Violation declared off parole",
    citation="MCL 791.242; People v Holder (2009)",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def violation_is_on_parole(
    *, declared_on: date, released_on: date, was_on_parole: bool
) -> str | None:
    """A violation is declared while the parole runs; a sentence once discharged is not revived."""
    if was_on_parole:
        return None
    return (
        f"The violation of {declared_on} was declared on a day on which the parole of "
        f"{released_on} did not run. Its days away were taken as dead time; check both days, the "
        "term of the board's last order, and whether the sentence was discharged."
    )


@rule(
    "pv_sanction_cap_60",
    title="Sanction on parole",
    citation="MCL 791.258a-f",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.RECALLED,
    awaits="The day of the act, about 2017; the limit is asked about throughout.",
    prose="{output}",
)
def sanction_within_cap(*, days: int, ordered_on: date) -> str | None:
    """Confinement as a sanction lasts at most sixty days."""
    cap = amount(SANCTION_DAYS, ordered_on)
    if days <= cap:
        return None
    return (
        f"A sanction of {days} days on parole was ordered on {ordered_on}; {cap} is the most. "
        "Check the order."
    )
