"""Disciplinary credits for crimes under truth in sentencing, and disciplinary time that counts."""

from dataclasses import dataclass
from datetime import date

from timecomp.engine.dates import add_days
from timecomp.law.facts import Term
from timecomp.law.mcl_8.s3j_calendar import end_of_term
from timecomp.law.proposals.months import ALL
from timecomp.law.proposals.registry import Point, proposal, setting
from timecomp.law.proposed import CreditFacts
from timecomp.law.regime import Regime, RegimeId, Scheme
from timecomp.law.topics import End


@dataclass(frozen=True, slots=True)
class Gates:
    """The crimes that earn disciplinary credit again."""

    reopened_from: date = setting("Crimes from this day on earn credit again")


@proposal(
    "disciplinary_credit_again",
    title="Disciplinary credit for crimes under truth in sentencing",
    point=Point.TEXT,
    settings=Gates,
    replaces=("regime_r6a", "regime_r6b"),
    prose="A crime of {offense_date} earns disciplinary credit again.",
)
def disciplinary_credit_again(*, offense_date: date, settings: Gates) -> Regime:
    """Disciplinary credit shortens minimum and maximum, earned by the month as before."""
    if offense_date < settings.reopened_from:
        return Regime(RegimeId.R6B, Scheme.NOTHING, Scheme.NOTHING)
    return Regime(RegimeId.R5, Scheme.DISCIPLINARY_CREDIT, Scheme.DISCIPLINARY_CREDIT)


@dataclass(frozen=True, slots=True)
class BindingTime:
    """How much of the disciplinary time is added."""

    percent: int = setting("Part of the disciplinary time that is added, in per cent")


@proposal(
    "disciplinary_time_binds",
    title="Disciplinary time is added to the minimum",
    point=Point.SHORTENING,
    settings=BindingTime,
    touches=("dt_accrues",),
    prose="With disciplinary time the minimum ends on {output}.",
)
def disciplinary_time_binds(
    *, facts: CreditFacts, day: date | None, settings: BindingTime
) -> date | None:
    """Days for misconduct before the minimum was served put it off, to the maximum at most."""
    if facts.end is End.MAXIMUM or facts.is_flat or not facts.regime.is_truth_in_sentencing:
        return day
    end = day or facts.calendar_end
    for violated_on, days in sorted(facts.disciplinary_time):
        if violated_on < end:
            end = add_days(end, days * settings.percent // ALL)
    maximum = facts.sentence.maximum
    if isinstance(maximum, Term):
        end = min(end, max(facts.calendar_end, end_of_term(start=facts.start, term=maximum)))
    return end
