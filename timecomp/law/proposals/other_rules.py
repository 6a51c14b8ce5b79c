"""Proposals on the credit of people on parole and on the judge's approval for repeat offenders."""

from dataclasses import dataclass
from datetime import date

from timecomp.engine.dates import add_days
from timecomp.law.mcl_769.s11b_jail_credit import jail_days_inclusive
from timecomp.law.proposals.registry import Point, proposal, setting
from timecomp.law.proposed import StartFacts
from timecomp.law.topics import End


@dataclass(frozen=True, slots=True)
class ParoleeCredit:
    """Which ends take the jail days of a person on parole."""

    on_maximum: bool = setting("The maximum of the new sentence takes them too")


@proposal(
    "parolee_jail_days_count",
    title="Jail days of a person on parole count on the new sentence",
    point=Point.START,
    settings=ParoleeCredit,
    touches=("start_pv_new",),
    prose="With the jail days the new sentence starts on {output}.",
)
def parolee_jail_days_count(*, facts: StartFacts, settings: ParoleeCredit) -> date:
    """Jail days, credited or recorded, count on a felony committed on parole (Idziak, dissent)."""
    if not facts.is_parole_crime or (facts.end is End.MAXIMUM and not settings.on_maximum):
        return facts.start
    recorded = jail_days_inclusive(stays=facts.stays)
    days = max(facts.sentence.jail_credit_days, recorded)
    credited = add_days(facts.sentence.sentenced_on, -days)
    return min(facts.start, max(facts.prior_end, credited))


@proposal(
    "no_approval_for_habituals",
    title="Repeat offenders without the judge's approval",
    point=Point.TEXT,
    replaces=("hab_min_before_parole",),
    prose="Parole may be granted at the net minimum of {net_minimum}, without the judge: {output}.",
)
def no_approval_for_habituals(
    *, net_minimum: date, calendar_minimum: date, approved_on: date | None
) -> date:
    """The net minimum opens parole, whatever the judge approved."""
    return net_minimum
