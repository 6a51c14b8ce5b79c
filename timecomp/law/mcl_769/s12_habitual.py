"""MCL 769.10 to 769.12: longer maximums for repeat offenders, and parole before the judge's
minimum."""

from datetime import date

from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.facts import Term

SECOND_SHARE = parameter(
    "hab2_max",
    title="Longest maximum of a second offender",
    unit="share of the statutory maximum",
    module=__name__,
    values=[Value(None, (3, 2), "MCL 769.10(1)(a)")],
)
THIRD_SHARE = parameter(
    "hab3_max",
    title="Longest maximum of a third offender",
    unit="share of the statutory maximum",
    module=__name__,
    values=[Value(None, (2, 1), "MCL 769.11(1)(a)")],
)
FOURTH_BASE = parameter(
    "hab4_base",
    title="Statutory maximum from which a fourth offender may get life",
    unit="months",
    module=__name__,
    values=[Value(None, 60, "MCL 769.12(1)(b)")],
)
FOURTH_LIMIT = parameter(
    "hab4_max_under5",
    title="Longest maximum of a fourth offender below that",
    unit="months",
    module=__name__,
    values=[Value(None, 180, "MCL 769.12(1)(c)")],
)
FOURTH = 4
SHARES = {2: SECOND_SHARE, 3: THIRD_SHARE}


@rule(
    "hab_min_before_parole",
    title="Habitual offender and the judge's minimum",
    citation="MCL 769.12(4)(a); Hayes v Parole Board (2015)",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose=(
        "The board takes up the case at the net minimum of {net_minimum}, but cannot grant "
        "parole before the judge's minimum of {calendar_minimum} unless the judge approves: "
        "{output}."
    ),
)
def habitual_eligibility(
    *, net_minimum: date, calendar_minimum: date, approved_on: date | None
) -> date:
    """No parole before the calendar minimum without the written approval of the judge or a
    successor."""
    if approved_on is None:
        return calendar_minimum
    return min(calendar_minimum, max(net_minimum, approved_on))


@rule(
    "hab_max_discretionary",
    title="Longest maximum of a repeat offender",
    citation="MCL 769.10(1)(a); MCL 769.11(1)(a); People v Bonilla-Machado (2011)",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def maximum_within_enhancement(
    *, maximum: Term, statutory_months: int, habitual: int, offense_date: date
) -> str | None:
    """Any maximum up to one and a half times (second) or twice (third) the statutory one is
    lawful."""
    if habitual not in SHARES:
        return None
    numerator, denominator = amount(SHARES[habitual], offense_date)
    if denominator * maximum.whole_months <= numerator * statutory_months:
        return None
    return (
        f"The maximum of {maximum} is more than an offender of level {habitual} may get for this "
        f"offense ({statutory_months * numerator // denominator} months). The judgment was used; "
        "ask the court."
    )


@rule(
    "hab4_max_under5",
    title="Longest maximum of a fourth offender",
    citation="MCL 769.12(1)(c)",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def fourth_maximum_within_limit(
    *, maximum: Term, statutory_months: int, offense_date: date
) -> str | None:
    """Below five years of statutory maximum a fourth offender gets at most fifteen; above, any
    term."""
    limit = amount(FOURTH_LIMIT, offense_date)
    if statutory_months >= amount(FOURTH_BASE, offense_date) or maximum.whole_months <= limit:
        return None
    return (
        f"The maximum of {maximum} is more than a fourth offender may get where the statutory "
        f"maximum is {statutory_months} months ({limit} months). The judgment was used; ask the "
        "court."
    )
