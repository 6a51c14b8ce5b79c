"""One prosecution from the crime to the sentence: arrest, jail, bond, the case in court."""

from dataclasses import dataclass
from datetime import date
from random import Random

from ots.population.days import days_after, days_between, drawn_between
from ots.population.places import County
from ots.population.weights import Weighted, happens

ARREST_LAG = Weighted([((0, 3), 60), ((4, 45), 28), ((46, 400), 12)])
PENDING_DAYS = (45, 330)
HELD_SHARE = 0.55
RETURNED_TO_JAIL_SHARE = 0.2
LONGEST_BEFORE_BOND = 21

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Proceeding:
    """When and where one prosecution went; the stays in jail are half-open."""

    county: County
    offense_on: date
    arrested_on: date
    sentenced_on: date
    jail: tuple[Span, ...]

    @property
    def jail_days(self) -> int:
        """Return the days in jail before the sentence; the day of release on bond is one."""
        released = sum(ended < self.sentenced_on for _, ended in self.jail)
        return released + sum(days_between(began, ended) for began, ended in self.jail)

    @property
    def bonded_on(self) -> date | None:
        """Return the day of release on bond, if any."""
        first_out = self.jail[0][1] if self.jail else self.sentenced_on
        return first_out if first_out < self.sentenced_on else None


def proceeding_to(random: Random, county: County, sentenced_on: date) -> Proceeding:
    """Draw a prosecution that ended in a sentence on the day."""
    arrested_on = days_after(sentenced_on, -random.randint(*PENDING_DAYS))
    offense_on = days_after(arrested_on, -random.randint(*ARREST_LAG.draw(random)))
    jail = _jail(random, arrested_on, sentenced_on)
    return Proceeding(county, offense_on, arrested_on, sentenced_on, jail)


def held_proceeding_to(random: Random, county: County, sentenced_on: date) -> Proceeding:
    """Draw a prosecution of one who was held throughout, as a parolee under a detainer is."""
    arrested_on = days_after(sentenced_on, -random.randint(*PENDING_DAYS))
    offense_on = days_after(arrested_on, -random.randint(0, 10))
    jail = ((arrested_on, sentenced_on),)
    return Proceeding(county, offense_on, arrested_on, sentenced_on, jail)


def proceeding_inside(random: Random, county: County, offense_on: date, by: date) -> Proceeding:
    """Draw a prosecution of a prisoner for a crime of that day, sentenced at the latest ``by``."""
    sentenced_on = min(by, days_after(offense_on, random.randint(*PENDING_DAYS)))
    return Proceeding(county, offense_on, offense_on, sentenced_on, ())


def _jail(random: Random, arrested_on: date, sentenced_on: date) -> tuple[Span, ...]:
    if happens(random, HELD_SHARE):
        return ((arrested_on, sentenced_on),)
    bonded_on = days_after(arrested_on, random.randint(1, LONGEST_BEFORE_BOND))
    if not happens(random, RETURNED_TO_JAIL_SHARE):
        return ((arrested_on, bonded_on),)
    returned_on = drawn_between(random, days_after(bonded_on, 5), days_after(sentenced_on, -1))
    return ((arrested_on, bonded_on), (returned_on, sentenced_on))
