"""MCL 800.33(3) and (5): disciplinary credit by the month served, special credit by award.

Unlike good time it is earned only by months really served: the date sought is the first on which
the term less the credit earned by that date has run.
"""

from datetime import date

from timecomp.engine.dates import days_excluding_first
from timecomp.engine.frozen import dataclass
from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.accrual import (
    DAYS_IN_AN_AVERAGE_MONTH,
    Accrual,
    days_accrued,
    first_day_caught_up,
)
from timecomp.law.mcl_800.s33_regimes import CREDITS_FOR_ALL, DISCIPLINARY_CREDIT_ACT, PROPOSAL_B

ACCRUAL_BEGINS = date(1982, 12, 31)
MONTHLY_CREDIT = parameter(
    "dc_rate",
    title="Disciplinary credit",
    unit="days a month served",
    module=__name__,
    values=[Value(ACCRUAL_BEGINS, 5, "MCL 800.33(5); 1982 PA 442")],
)
MONTHLY_SPECIAL_CREDIT = parameter(
    "sdc_rate",
    title="Most special disciplinary credit",
    unit="days a month served",
    module=__name__,
    values=[Value(ACCRUAL_BEGINS, 2, "MCL 800.33(5); 1982 PA 442")],
)


@dataclass(frozen=True, slots=True)
class Claim:
    """What changes the credit earned: special days awarded (None: as many as may be), and days
    taken away."""

    special_days: int | None
    days_taken: int = 0


@dataclass(frozen=True, slots=True)
class Earned:
    """The day on which the term has run less the credit earned by then."""

    day: date
    months: int
    disciplinary_days: int
    special_days: int


@rule(
    "dc_start_1983",
    title="No disciplinary credit before the end of 1982",
    citation="1982 PA 442; MCL 800.33(5)",
    governed_by=GovernedBy.DAY_SERVED,
    standing=Standing.RECALLED,
    awaits="Whether the first month that counts begins on 31 December 1982 or 1 January 1983.",
    prose="Disciplinary credit on a term from {start} accrues from {output}.",
)
def accrual_begins(*, start: date) -> date:
    """Credit accrues from the start of the term, but from no day before the act."""
    return max(start, ACCRUAL_BEGINS)


@rule(
    "dc_month_count",
    title="Months that count",
    citation="MCL 800.33(5)",
    governed_by=GovernedBy.DAY_SERVED,
    standing=Standing.INFERRED,
    awaits="That every calendar month touched counts in full, as published date pairs suggest.",
    prose="From {begin} to {day}, {output} months count (months lost or dead are left out).",
)
def months_served(*, accrual: Accrual, begin: date, day: date) -> int:
    """Calendar months from the start of accrual through the day, less months that earn nothing."""
    return max(0, accrual.months_earning(accrual.period_of(day))) if day >= begin else 0


@rule(
    "dc_formula",
    title="Disciplinary credit earned by a day",
    citation="MCL 800.33(5)",
    governed_by=GovernedBy.DAY_SERVED,
    standing=Standing.INFERRED,
    awaits="The way the department totals credit at a day.",
    prose="By {day} disciplinary credit comes to {output} days.",
)
def disciplinary_days(*, accrual: Accrual, day: date) -> int:
    """The monthly credit for every month that counts by the day."""
    if day < accrual.begin:
        return 0
    amount(MONTHLY_CREDIT, accrual.begin)
    return days_accrued(MONTHLY_CREDIT.values, accrual, period=accrual.period_of(day), day=day)


@rule(
    "sdc_discretion",
    title="Special disciplinary credit that counts",
    citation="MCL 800.33; MCL 800.33(5)",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="Special disciplinary credit that counts by {day}: {output} days.",
)
def special_days(*, accrual: Accrual, day: date, awarded_days: int | None) -> int:
    """What the warden awarded counts, up to the monthly ceiling; a projection takes the ceiling
    itself."""
    if day < accrual.begin:
        return 0
    amount(MONTHLY_SPECIAL_CREDIT, accrual.begin)
    ceiling = days_accrued(
        MONTHLY_SPECIAL_CREDIT.values, accrual, period=accrual.period_of(day), day=day
    )
    return ceiling if awarded_days is None else max(0, min(awarded_days, ceiling))


@rule(
    "dc_earned_not_immediate",
    title="Credit is earned only by months served",
    citation="MCL 800.33(5)",
    governed_by=GovernedBy.DAY_SERVED,
    standing=Standing.INFERRED,
    awaits=(
        "That the date sought is the first on which the term less the credit earned by "
        "then has run."
    ),
    prose=(
        "The first day on which {calendar_end}, less the credit earned by that day, has "
        "come: {output}."
    ),
)
def first_day_term_has_run(*, accrual: Accrual, calendar_end: date, claim: Claim) -> Earned:
    """The first day D on which the calendar end, less the credit earned by D, is not after D."""
    if calendar_end <= accrual.begin:
        return Earned(day=calendar_end, months=0, disciplinary_days=0, special_days=0)
    regular, special = MONTHLY_CREDIT.values, MONTHLY_SPECIAL_CREDIT.values
    limit, taken = claim.special_days, claim.days_taken

    def credit(period: int, day: date) -> int:
        special_ceiling = days_accrued(special, accrual, period=period, day=day)
        counted = special_ceiling if limit is None else max(0, min(limit, special_ceiling))
        return max(0, days_accrued(regular, accrual, period=period, day=day) + counted - taken)

    guess = _guess(accrual, calendar_end, claim)
    day = first_day_caught_up(accrual, calendar_end=calendar_end, guess=guess, credit=credit)
    return Earned(
        day=day,
        months=months_served(accrual=accrual, begin=accrual.begin, day=day),
        disciplinary_days=disciplinary_days(accrual=accrual, day=day),
        special_days=special_days(accrual=accrual, day=day, awarded_days=limit),
    )


def _guess(accrual: Accrual, calendar_end: date, claim: Claim) -> int:
    """About how many months the term runs: its days over those a month takes off it."""
    monthly = amount(MONTHLY_CREDIT, accrual.begin)
    days = days_excluding_first(accrual.begin, calendar_end) + claim.days_taken
    if claim.special_days is None:
        monthly += amount(MONTHLY_SPECIAL_CREDIT, accrual.begin)
    else:
        days -= claim.special_days
    return int(days / (DAYS_IN_AN_AVERAGE_MONTH + monthly))


@rule(
    "dc_pb_on_min",
    title="Disciplinary credit on a Proposal B minimum",
    citation="MCL 791.233b; MCL 791.233(1)(c)",
    since=PROPOSAL_B,
    until=CREDITS_FOR_ALL,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="On a Proposal B minimum only disciplinary credit counts: {output}.",
)
def proposal_b_minimum(*, accrual: Accrual, calendar_end: date, claim: Claim) -> Earned:
    """Only disciplinary and special disciplinary credit shorten the minimum of a Proposal B
    crime."""
    return first_day_term_has_run(accrual=accrual, calendar_end=calendar_end, claim=claim)


@rule(
    "dc_pb_after_1983_max",
    title="Disciplinary credit on a Proposal B maximum",
    citation="MCL 800.33(5); Lowe v Department of Corrections (1994)",
    since=DISCIPLINARY_CREDIT_ACT,
    until=CREDITS_FOR_ALL,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose=(
        "On the maximum of a Proposal B crime from 1983 only disciplinary credit counts: {output}."
    ),
)
def proposal_b_maximum(*, accrual: Accrual, calendar_end: date, claim: Claim) -> Earned:
    """From 1983 the maximum of a Proposal B crime takes disciplinary credit and no good time."""
    return first_day_term_has_run(accrual=accrual, calendar_end=calendar_end, claim=claim)


@rule(
    "dc_all_after_1987",
    title="Disciplinary credit on every sentence",
    citation="MCL 800.33(3); 1986 PA 322",
    since=CREDITS_FOR_ALL,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="Disciplinary credit shortens the term: {output}.",
)
def term_less_disciplinary_credit(*, accrual: Accrual, calendar_end: date, claim: Claim) -> Earned:
    """From 1 April 1987 disciplinary credit shortens minimum and maximum of every crime."""
    return first_day_term_has_run(accrual=accrual, calendar_end=calendar_end, claim=claim)
