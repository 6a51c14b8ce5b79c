"""1980 PA 519 (MCL 800.71 ff): in an overcrowding emergency every established minimum was cut by
90 days."""

from datetime import date

from timecomp.engine.dates import add_days
from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing

_AWAITS = "The dates of the declarations, of which the book knows one, and the order of the cuts."
DECLARATIONS = parameter(
    "epa_dates_table",
    title="Declarations of a prison overcrowding emergency",
    unit="dates",
    module=__name__,
    values=[Value(None, (date(1982, 12, 22),), "OAG 6182 (1983)", Standing.RECALLED, _AWAITS)],
)


@rule(
    "epa_dates_table",
    title="Minimums running in an overcrowding emergency",
    citation="MCL 800.71; 1980 PA 519; OAG 6182 (1983)",
    governed_by=GovernedBy.DAY_SERVED,
    standing=Standing.RECALLED,
    awaits=_AWAITS,
    prose="{output}",
)
def not_in_an_emergency(*, start: date, net_minimum: date) -> str | None:
    """A minimum that was running on a declaration may have been cut; the book cannot say by how
    much."""
    declared = [day for day in amount(DECLARATIONS, start) if start <= day < net_minimum]
    if not declared:
        return None
    listed = ", ".join(day.isoformat() for day in declared)
    return (
        f"This minimum was running when an overcrowding emergency was declared ({listed}) and may "
        "have been cut by 90 days or more. The cuts are not in the book; look them up in the file."
    )


REDUCTION = parameter(
    "epa_90",
    title="Days by which a declaration cut every established minimum",
    unit="days",
    module=__name__,
    values=[Value(None, 90, "1980 PA 519; MCL 800.71")],
)


@rule(
    "epa_90",
    title="Minimum cut in an overcrowding emergency",
    citation="1980 PA 519; MCL 800.71; OAG 6182 (1983)",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="The declaration of {declared_on} brings {day} forward to {output}.",
)
def after_emergency_cut(*, day: date, days: int | None, declared_on: date) -> date:
    """Ninety days, or the days that the person's file shows; the maximum stays."""
    return add_days(day, -(amount(REDUCTION, declared_on) if days is None else days))
