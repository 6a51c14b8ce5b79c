"""One made-up person from a seed and an index: the same whoever else is made up with him."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from random import Random

from ots.population import earlier, parole_careers, prison_careers, probation_careers
from ots.population.chronicle import Chronicle
from ots.population.community import community
from ots.population.conduct import tickets, with_credits
from ots.population.days import days_after
from ots.population.defects import blemished
from ots.population.facts import Case, Community, Count, Person, Terms
from ots.population.people import identity, numbers, sex_of
from ots.population.places import county
from ots.population.weights import Weighted

YEAR = 365.25
YOUNGEST, USUAL_AGE, OLDEST = 17, 25, 68
OLDEST_TODAY = 88


class Group(StrEnum):
    """Where people stand today."""

    PRISON = "prison"
    PAROLE = "parole"
    PROBATION = "probation"


STORIES = {
    Group.PRISON: prison_careers.STORIES,
    Group.PAROLE: parole_careers.STORIES,
    Group.PROBATION: probation_careers.STORIES,
}


@dataclass(frozen=True, slots=True)
class Plan:
    """What population to make up: as of a day, from a seed, in these shares."""

    seed: int
    as_of: date
    prison: int = 40
    parole: int = 35
    probation: int = 25

    def group(self, random: Random) -> Group:
        """Draw where a person stands."""
        shares = {
            Group.PRISON: self.prison,
            Group.PAROLE: self.parole,
            Group.PROBATION: self.probation,
        }
        return Weighted(shares.items()).draw(random)


def made_up_person(plan: Plan, index: int) -> Person:
    """Return the person of that index, who is the same whatever the number of others."""
    random = Random(f"{plan.seed}:{index}")  # noqa: S311  nothing secret is drawn
    life = Chronicle(random=random, as_of=plan.as_of, sex=sex_of(random), county=county(random))
    status = STORIES[plan.group(random)].draw(random)(life)
    birth_date = _with_earlier_cases(life)
    who = identity(random, sex=life.sex, birth_date=birth_date)
    around = community(life, status)
    return Person(
        index=index,
        status=status,
        identity=who,
        numbers=numbers(random, seed=plan.seed, index=index),
        cases=_lettered([with_credits(life, blemished(life, case)) for case in life.cases]),
        stays=tuple(life.stays),
        moves=tuple(life.moves),
        tickets=tickets(life),
        releases=tuple(life.releases),
        community=_numbered(around, f"{plan.seed}-{index}"),
        defects=frozenset(life.defects),
    )


def _with_earlier_cases(life: Chronicle) -> date:
    """Draw the birth date and tell of earlier cases as far as the years between allow."""
    first = min(count.offense.on for case in life.cases for count in case.counts)
    wanted = 0 if life.ages else earlier.number_of_cases(life)
    age = _age_at_first(life, first, wanted)
    birth_date = days_after(first, -int(age * YEAR) - life.random.randint(2, 363))
    room = int((age - YOUNGEST) / earlier.WINDOW_YEARS)
    for back in range(min(wanted, room), 0, -1):
        begins_on = days_after(first, -int(back * earlier.WINDOW_YEARS * YEAR))
        if begins_on >= earlier.NOT_BEFORE:
            earlier.earlier_case(life, begins_on)
    return birth_date


def _age_at_first(life: Chronicle, first: date, earlier_cases: int) -> int:
    if life.ages:
        return life.random.randint(*life.ages)
    since = int((life.as_of - first).days / YEAR)
    oldest = max(YOUNGEST, min(OLDEST, OLDEST_TODAY - since))
    age = int(life.random.triangular(YOUNGEST, oldest, min(USUAL_AGE, oldest)))
    return min(oldest, max(age, YOUNGEST + earlier_cases * earlier.WINDOW_YEARS))


def _lettered(cases: list[Case]) -> tuple[Case, ...]:
    """Give the sentences their letters in the order of the sentences, the oldest first."""
    if len(cases) == 1:
        return tuple(cases)
    counts = [count for case in cases for count in case.counts if count.label]
    in_order = sorted(counts, key=lambda count: count.terms[0].sentenced_on)
    letters = sorted((count.label for count in counts), key=lambda label: (len(label), label))
    new = {count.label: letter for count, letter in zip(in_order, letters, strict=True)}
    if all(old == letter for old, letter in new.items()):
        return tuple(cases)
    return tuple(
        replace(case, counts=tuple(_renamed(count, new) for count in case.counts)) for case in cases
    )


def _renamed(count: Count, new: dict[str, str]) -> Count:
    if not count.label:
        return count
    terms = tuple(_following(each, new) for each in count.terms)
    return replace(count, label=new[count.label], terms=terms)


def _following(terms: Terms, new: dict[str, str]) -> Terms:
    if not terms.after:
        return terms
    return replace(terms, after=tuple(new[label] for label in terms.after))


def _numbered(around: Community, key: str) -> Community:
    """Make the numbers of warrants the person's own."""
    if not around.warrants:
        return around
    warrants = tuple(replace(each, number=f"{each.number}-{key}") for each in around.warrants)
    return replace(around, warrants=warrants)
