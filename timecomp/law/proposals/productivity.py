"""Productivity credits: days off for months in programs, programs completed and a diploma."""

from dataclasses import dataclass
from datetime import date

from timecomp.engine.dates import days_excluding_first
from timecomp.law.facts import Term
from timecomp.law.mcl_8.s3j_calendar import end_of_term
from timecomp.law.proposals.months import ALL, WholeMonths, first_day_run
from timecomp.law.proposals.registry import Point, proposal, setting
from timecomp.law.proposed import CreditFacts
from timecomp.law.topics import End


@dataclass(frozen=True, slots=True)
class Productivity:
    """The rates of the bill, and what is assumed of programs, which the record does not hold."""

    days_a_program_month: int = setting("Days for a month in a program")
    months_in_program_percent: int = setting("Assumed: months spent in programs, in per cent")
    days_a_completion: int = setting("Days for a program completed")
    completions: int = setting("Assumed: programs completed")
    diploma_days: int = setting("Days for a high-school diploma or its equivalent")
    diplomas_percent: int = setting("Assumed: share of the diploma's days, in per cent")
    cap_percent: int = setting("Most credit, in per cent of the minimum")
    on_maximum: bool = setting("The maximum is shortened too")


@proposal(
    "productivity_credits",
    title="Productivity credits",
    point=Point.SHORTENING,
    settings=Productivity,
    touches=("tis_erd",),
    prose="Productivity credits bring the end to {output}.",
)
def productivity_credits(
    *, facts: CreditFacts, day: date | None, settings: Productivity
) -> date | None:
    """A person under truth in sentencing earns days for programs, up to a share of the minimum."""
    if facts.is_flat or not facts.regime.is_truth_in_sentencing:
        return day
    if facts.end is End.MAXIMUM and not settings.on_maximum:
        return day
    months = WholeMonths(facts.start, facts.months_lost)
    cap = _minimum_days(facts) * settings.cap_percent // ALL
    once = settings.completions * settings.days_a_completion
    once += settings.diploma_days * settings.diplomas_percent // ALL
    monthly = settings.days_a_program_month * settings.months_in_program_percent

    def credit(month: int) -> int:
        earned = once + months.served(month) * monthly // ALL
        return max(0, min(cap, earned) - facts.days_taken)

    return first_day_run(start=facts.start, calendar_end=facts.calendar_end, credit=credit)


def _minimum_days(facts: CreditFacts) -> int:
    minimum = facts.sentence.minimum
    if not isinstance(minimum, Term):
        return 0
    return days_excluding_first(facts.start, end_of_term(start=facts.start, term=minimum))
