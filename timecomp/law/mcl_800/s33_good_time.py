"""MCL 800.33(2): good time by the month, at a rate that rises with the year of the sentence.

The department credits the table of the whole term at once, months never served among them (Oakland
County Prosecutor v Department of Corrections, 1993).
"""

from datetime import date
from functools import lru_cache

from timecomp.engine.dates import MONTHS_A_YEAR, Rounding, add_days, add_months, whole_months
from timecomp.engine.frozen import dataclass
from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.mcl_800.s33_regimes import CREDITS_FOR_ALL


@dataclass(frozen=True, slots=True)
class YearRate:
    """Days a month in the years of the sentence up to one, that one included; None: in all later
    years."""

    through_year: int | None
    days_a_month: int


MONTHLY_RATES = parameter(
    "rgt_table",
    title="Good time by year of the sentence",
    unit="days a month",
    module=__name__,
    values=[
        Value(
            None,
            (
                YearRate(2, 5),
                YearRate(4, 6),
                YearRate(6, 7),
                YearRate(9, 9),
                YearRate(14, 10),
                YearRate(19, 12),
                YearRate(None, 15),
            ),
            "MCL 800.33(2)(a)-(g)",
        )
    ],
)
OLD_DRUG_LIMIT = parameter(
    "rgt_drug_possession_limit",
    title="Most good time on drug possession before 1987",
    unit="days a month",
    module=__name__,
    values=[Value(None, 5, "Former MCL 800.33(4); OAG 6514 (1988)")],
)


@rule(
    "rgt_table",
    title="Good time of one month",
    citation="MCL 800.33(2)(a)-(g)",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    until=CREDITS_FOR_ALL,
    prose="A month in year {year_of_sentence} of the sentence earns {output} days.",
)
def monthly_good_time(*, year_of_sentence: int, offense_date: date) -> int:
    """Days for a month without misconduct in that year of the sentence."""
    for rate in amount(MONTHLY_RATES, offense_date):
        if rate.through_year is None or year_of_sentence <= rate.through_year:
            return rate.days_a_month
    raise ValueError(f"[{year_of_sentence}] is in no row of the table; its last row must be open.")


@rule(
    "rgt_cumulative",
    title="Good time of the whole term",
    citation="MCL 800.33(2); Oakland County Prosecutor v Department of Corrections (1993)",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    until=CREDITS_FOR_ALL,
    prose="The table gives {output} days for a term of {months} months, all credited at once.",
)
def whole_term_good_time(*, months: int, offense_date: date) -> int:
    """The table summed over every month of the term; days short of a month earn nothing."""
    return _table_total(months, amount(MONTHLY_RATES, offense_date))


@lru_cache(maxsize=4096)
def _table_total(months: int, rates: tuple[YearRate, ...]) -> int:
    total, counted = 0, 0
    for rate in rates:
        through = (
            months if rate.through_year is None else min(months, rate.through_year * MONTHS_A_YEAR)
        )
        total += (through - counted) * rate.days_a_month
        counted = through
    return total


@rule(
    "rgt_drug_possession_old",
    title="Good time on old drug possession",
    citation="OAG 6514 (1988); 1986 PA 322",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    until=CREDITS_FOR_ALL,
    prose=(
        "Months before 1 April 1987 are limited to five days, later ones follow the table: "
        "{output} days."
    ),
)
def drug_possession_good_time(*, start: date, months: int, offense_date: date) -> int:
    """Until 1 April 1987 no month earns more than five days; from that day the full table
    applies."""
    limit = amount(OLD_DRUG_LIMIT, offense_date)
    served = (
        max(0, min(months, whole_months(start, CREDITS_FOR_ALL))) if start < CREDITS_FOR_ALL else 0
    )
    begun = add_months(start, served, rounding=Rounding.LAST_DAY_OF_MONTH) < CREDITS_FOR_ALL
    limited = min(months, served + 1) if start < CREDITS_FOR_ALL and begun else served
    rates = amount(MONTHLY_RATES, offense_date)
    early = _table_total(limited, rates)
    return min(limit * limited, early) + _table_total(months, rates) - early


@rule(
    "rgt_misconduct_month",
    title="Good time lost for a month with misconduct",
    citation="MCL 800.33(2); Mich Admin Code R 791.5501(4)(a)",
    governed_by=GovernedBy.DAY_SERVED,
    standing=Standing.VERIFIED,
    prose=(
        "The month of {violated_on}, with a major misconduct, earns nothing: {output} days "
        "are lost."
    ),
)
def good_time_lost(*, violated_on: date, start: date, offense_date: date) -> int:
    """A month with a major misconduct earns nothing; the loss is that month's rate."""
    year_of_sentence = whole_months(start, violated_on) // MONTHS_A_YEAR + 1
    return monthly_good_time(year_of_sentence=year_of_sentence, offense_date=offense_date)


@rule(
    "sgt_cap_50",
    title="Ceiling of special good time",
    citation="MCL 800.33",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    until=CREDITS_FOR_ALL,
    prose="Special good time is at most half of {regular_days} days: {output}.",
)
def special_good_time_ceiling(*, regular_days: int, offense_date: date) -> int:
    """Special good time is at most half of regular good time, in whole days."""
    numerator, denominator = amount(SPECIAL_SHARE, offense_date)
    return regular_days * numerator // denominator


SPECIAL_SHARE = parameter(
    "sgt_share",
    title="Largest share of regular good time that special good time may be",
    unit="numerator and denominator",
    module=__name__,
    values=[Value(None, (1, 2), "MCL 800.33")],
)


@rule(
    "sgt_discretionary",
    title="Special good time awarded",
    citation="MCL 800.33; Porter v Woods (2010)",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="{awarded_days} days were awarded, at most {ceiling_days} may count: {output}.",
)
def special_good_time(*, awarded_days: int, ceiling_days: int) -> int:
    """What the warden awarded counts, up to the ceiling; nobody is entitled to more."""
    return max(0, min(awarded_days, ceiling_days))


@rule(
    "rgt_forfeit_reduces_total",
    title="Good time that counts",
    citation="MCL 800.33",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.RECALLED,
    awaits="That forfeited and restored days move the whole-term total, with nothing below nought.",
    prose=(
        "{regular_days} regular and {special_days} special days, less {forfeited_days} "
        "forfeited, plus {restored_days} restored: {output} days count."
    ),
)
def good_time_total(
    *, regular_days: int, special_days: int, forfeited_days: int, restored_days: int
) -> int:
    """Regular and special good time, less what was forfeited, plus what was given back; never
    below nought."""
    return max(0, regular_days + special_days - forfeited_days + restored_days)


@rule(
    "rgt_on_min_nonpb",
    title="Good time on the minimum",
    citation="MCL 791.233(1)(b)",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    until=CREDITS_FOR_ALL,
    prose="{calendar_end} less {credit_days} days is {output}.",
)
def minimum_less_good_time(*, start: date, calendar_end: date, credit_days: int) -> date:
    """Good time shortens the minimum of a crime that Proposal B does not list, never past the
    start."""
    return max(start, add_days(calendar_end, -credit_days))


@rule(
    "rgt_on_max",
    title="Good time on the maximum",
    citation="MCL 800.33; MCL 791.234(3)",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    until=CREDITS_FOR_ALL,
    prose="{calendar_end} less {credit_days} days is {output}.",
)
def maximum_less_good_time(*, start: date, calendar_end: date, credit_days: int) -> date:
    """Good time shortens the maximum, that of Proposal B crimes before 1983 among them."""
    return max(start, add_days(calendar_end, -credit_days))
