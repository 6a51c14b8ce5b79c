"""MCL 780.131: a prisoner's untried charge is tried within 180 days of notice."""

from datetime import date

from timecomp.engine.dates import add_days
from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing

TRIAL_DAYS = parameter(
    "iad_180",
    title="Days in which an untried charge against a prisoner is brought to trial",
    unit="days",
    module=__name__,
    values=[Value(None, 180, "MCL 780.131(1)")],
)


@rule(
    "iad_180",
    title="Trial of a charge pending against a prisoner",
    citation="MCL 780.131(1); People v Lown (2011)",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="Notice was given on {notified_on}; the charge is to be tried by {output}.",
)
def untried_charge_by(*, notified_on: date) -> date:
    """One hundred and eighty days, the day after the prosecutor has the notice being the first; no
    date of a sentence moves."""
    return add_days(notified_on, amount(TRIAL_DAYS, notified_on))
