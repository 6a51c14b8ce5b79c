"""The supervision fee, what a person can pay, instalments, and how late somebody is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum

from timecomp.engine.parameters import Parameter, Value, parameter
from timecomp.engine.standing import Standing

CITATION = "MCL 791.236a(1)"
FLAT_FEE = date(2020, 3, 24)
FIRST_DAY = "The day on which the flat fee took effect."
WEEK, FORTNIGHT = 7, 14
DECEMBER = 12
DOLLAR = Decimal(1)
WHOLE = Decimal(100)


def _fee(key: str, title: str, dollars: int) -> Parameter[Decimal]:
    values = [Value(FLAT_FEE, Decimal(dollars), CITATION, Standing.RECALLED, FIRST_DAY)]
    return parameter(
        f"supervision.fee_{key}", title=title, unit="dollars", module=__name__, values=values
    )


PLAIN_FEE = _fee("plain", "Supervision fee for a month", 30)
MONITORED_FEE = _fee("monitored", "Supervision fee for a month with electronic monitoring", 60)
MOST_MONTHS = parameter(
    "supervision.fee_most_months",
    title="Most months that a supervision fee is charged for",
    unit="months",
    module=__name__,
    values=[Value(None, 60, CITATION)],
)
MOST_MONTHS_DELAYED = parameter(
    "supervision.fee_most_months_delayed",
    title="Most months of fee while sentence is delayed",
    unit="months",
    module=__name__,
    values=[Value(None, 12, "MCL 771.1(3)", Standing.RECALLED, "The number of months.")],
)
POVERTY_FIRST = parameter(
    "supervision.poverty_first",
    title="Federal poverty guideline for one person, a year",
    unit="dollars",
    module=__name__,
    values=[
        Value(None, 15060, "HHS poverty guidelines 2024", Standing.RECALLED, "Earlier years."),
        Value(date(2025, 1, 15), 15650, "HHS poverty guidelines 2025", Standing.RECALLED, "Sum."),
    ],
)
POVERTY_MORE = parameter(
    "supervision.poverty_more",
    title="Federal poverty guideline for each further person, a year",
    unit="dollars",
    module=__name__,
    values=[
        Value(None, 5380, "HHS poverty guidelines 2024", Standing.RECALLED, "Earlier years."),
        Value(date(2025, 1, 15), 5500, "HHS poverty guidelines 2025", Standing.RECALLED, "Sum."),
    ],
)
POVERTY_PERCENT = parameter(
    "supervision.poverty_percent",
    title="Part of the poverty guideline up to which nobody is asked to pay",
    unit="percent",
    module=__name__,
    values=[Value(None, 125, "MCR 2.002(F), by analogy", Standing.INFERRED, "The agency's own.")],
)
PAYABLE_PERCENT = parameter(
    "supervision.payable_percent",
    title="Part of what is left of the income that may be asked for",
    unit="percent",
    module=__name__,
    values=[Value(None, 25, "Default of the agency; edit it", Standing.INFERRED, "The share.")],
)


class FeeKind(StrEnum):
    """Under what a fee is charged."""

    SUPERVISION = "supervision"
    DELAYED = "delayed"


@dataclass(frozen=True, slots=True)
class Fee:
    """A fee with the months it is for and its source."""

    plain_months: int
    monitored_months: int
    amount: Decimal
    citation: str
    standing: Standing


def supervision_fee(kind: FeeKind, *, months: int, monitored_months: int, ordered_on: date) -> Fee:
    """The fee of an order: so much a month, more while monitored, to the most months there are.

    Months with monitoring count first, as the fee for them is the higher.
    """
    if not 0 <= monitored_months <= months:
        raise ValueError(f"[{monitored_months}] months of monitoring are no part of [{months}].")
    most = MOST_MONTHS_DELAYED if kind is FeeKind.DELAYED else MOST_MONTHS
    charged = min(months, most.on(ordered_on).amount)
    monitored = min(monitored_months, charged)
    plain = charged - monitored
    rate = PLAIN_FEE.on(ordered_on)
    amount = plain * rate.amount + monitored * MONITORED_FEE.on(ordered_on).amount
    return Fee(plain, monitored, amount, most.on(ordered_on).citation, rate.standing)


@dataclass(frozen=True, slots=True)
class Means:
    """What comes in and goes out in a month."""

    household_size: int
    income: Decimal
    expenses: Decimal


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What may be asked for each month, and why."""

    monthly: Decimal
    left_over: Decimal
    poverty_line: Decimal
    reason: str


def ability_to_pay(means: Means, on: date) -> Suggestion:
    """Suggest a monthly amount in whole dollars; nothing near the poverty line."""
    year = POVERTY_FIRST.on(on).amount + (means.household_size - 1) * POVERTY_MORE.on(on).amount
    line = (Decimal(year) * POVERTY_PERCENT.on(on).amount / WHOLE / DECEMBER).quantize(DOLLAR)
    left = means.income - means.expenses
    if means.income <= line:
        reason = f"The income is not above ${line} a month: too near the poverty line to ask."
        return Suggestion(Decimal(0), left, line, reason)
    if left <= 0:
        return Suggestion(Decimal(0), left, line, "Nothing of the income is left over.")
    percent = PAYABLE_PERCENT.on(on).amount
    monthly = (left * percent / WHOLE).quantize(DOLLAR, rounding=ROUND_DOWN)
    return Suggestion(monthly, left, line, f"{percent} percent of the ${left} left over.")


@dataclass(frozen=True, slots=True)
class Instalment:
    """One amount due on a day."""

    due_on: date
    amount: Decimal


def instalments(
    amount: Decimal, rhythm: str, first_due_on: date, *, total: Decimal
) -> Iterator[Instalment]:
    """Yield what is due when until the total is paid; the last instalment is what remains."""
    number = 0
    while total > 0:
        part = min(amount, total)
        yield Instalment(_due(rhythm, first_due_on, number), part)
        total -= part
        number += 1


def _due(rhythm: str, first: date, number: int) -> date:
    if rhythm == "weekly":
        return first + timedelta(days=WEEK * number)
    if rhythm == "fortnightly":
        return first + timedelta(days=FORTNIGHT * number)
    if rhythm == "monthly":
        return _months_after(first, number)
    raise ValueError(f"[{rhythm}] is no rhythm of instalments.")


def _months_after(day: date, months: int) -> date:
    """The same day of a later month, or that month's last."""
    year, month = divmod(day.year * DECEMBER + day.month - 1 + months, DECEMBER)
    next_month = date(year + (month + 1) // DECEMBER, (month + 1) % DECEMBER + 1, 1)
    last = (next_month - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))


def days_late(due: Iterable[Instalment], paid: Decimal, on: date) -> int:
    """How long the oldest thing that payments do not cover has been due; 0 where none is."""
    for each in sorted(due, key=lambda one: one.due_on):
        if each.due_on > on:
            return 0
        if paid < each.amount:
            return (on - each.due_on).days
        paid -= each.amount
    return 0
