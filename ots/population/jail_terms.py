"""Terms served in a county jail."""

from datetime import date
from random import Random

from ots.population.days import days_after, days_between, months_after, months_in
from ots.population.facts import Length
from ots.population.proceedings import Proceeding

SHORTEST, LONGEST = 1, 12
ONE_DAY_OFF_IN = 6


def jail_term(random: Random, proceeding: Proceeding) -> Length:
    """Draw a term of up to a year that is not shorter than the jail already behind it."""
    behind = months_in(proceeding.jail_days) + 1
    return Length(months=min(LONGEST, max(behind, random.randint(SHORTEST, LONGEST - 1))))


def out_of_jail_on(proceeding: Proceeding, term: Length) -> date:
    """Return the day out: a sixth off for good conduct, and the days already served."""
    began = proceeding.sentenced_on
    days = days_between(began, months_after(began, term.months))
    left = days - days // ONE_DAY_OFF_IN - proceeding.jail_days
    return days_after(began, max(0, left))
