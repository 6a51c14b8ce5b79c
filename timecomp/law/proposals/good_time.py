"""Good time for every calendar month without misconduct: the bills of 2022 and 2023, and a ballot
idea."""

from dataclasses import dataclass
from datetime import date

from timecomp.engine.dates import month_number
from timecomp.law.proposals.months import ALL, WholeMonths, first_day_run, share_served
from timecomp.law.proposals.registry import Point, proposal, setting
from timecomp.law.proposed import CreditFacts
from timecomp.law.topics import End

# Everybody with a minimum or a maximum has used one of these.
SHORTENED_BY = (
    "tis_erd",
    "tis_max",
    "rgt_on_min_nonpb",
    "rgt_on_max",
    "dc_pb_on_min",
    "dc_pb_after_1983_max",
    "dc_all_after_1987",
)


@dataclass(frozen=True, slots=True)
class CleanMonths:
    """What the bills leave to be set."""

    percent_of_month: int = setting("Credit for a clean month, in per cent of its days")
    least_served_percent: int = setting("Part of the minimum that must be served, in per cent")
    reaches_back: bool = setting("Months served before the change count too")
    counts_from: date = setting("First day that counts where they do not")
    on_maximum: bool = setting("The maximum is shortened too")


@proposal(
    "good_time_for_clean_months",
    title="Good time for every clean month",
    point=Point.SHORTENING,
    settings=CleanMonths,
    touches=SHORTENED_BY,
    prose="Good time for clean months brings the end to {output}.",
)
def good_time_for_clean_months(
    *, facts: CreditFacts, day: date | None, settings: CleanMonths
) -> date | None:
    """Each calendar month served without major misconduct takes its own days off the term."""
    if facts.is_flat or (facts.end is End.MAXIMUM and not settings.on_maximum):
        return day
    months = WholeMonths(_begins(facts, settings), facts.months_lost)

    def credit(month: int) -> int:
        earned = months.days_served(month) * settings.percent_of_month // ALL
        return max(0, earned - facts.days_taken)

    run = first_day_run(start=facts.start, calendar_end=facts.calendar_end, credit=credit)
    if facts.end is End.MAXIMUM:
        return run
    least = share_served(
        start=facts.start,
        calendar_end=facts.calendar_end,
        percent=settings.least_served_percent,
    )
    return max(run, least)


def _begins(facts: CreditFacts, settings: CleanMonths) -> date:
    if settings.reaches_back or month_number(facts.start) >= month_number(settings.counts_from):
        return facts.start
    return settings.counts_from
