"""Writing names and birth dates down wrongly, in the ways clerks and callers do."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from string import ascii_lowercase

from offenders.management.search_bench.population import Invented, Name
from offenders.selectors.search.words import other_forms

_SOUNDS = (
    ("ph", "f"), ("ck", "k"), ("ca", "ka"), ("co", "ko"), ("ie", "ei"), ("ee", "ea"), ("y", "i"),
    ("ll", "l"), ("tt", "t"), ("ss", "s"), ("nn", "n"), ("rr", "r"), ("z", "s"), ("sch", "sh"),
    ("x", "ks"), ("ou", "u"), ("ow", "ou"), ("ae", "e"), ("th", "t"), ("i", "y"), ("e", "a"),
)  # fmt: skip
_SHORT_FORM = 3
_MIDDLE_OF_MONTH = 28


@dataclass(frozen=True, slots=True)
class Probe:
    """What is typed to find one person, and how it was damaged."""

    person_id: int
    typed_name: str
    born: date
    name_damage: str
    birth_damage: str


def probe_for(person: Invented, chance: random.Random) -> Probe:
    """Return a damaged search for the person."""
    # One in ten has an alias, and is looked for by it.
    kinds = [kind for kind in _NAME_DAMAGE if kind != "alias"]
    drawn = chance.choices(kinds, weights=[45, 22, 11, 11, 11])[0]
    kind = "alias" if person.alias else drawn
    birth = chance.choices(list(_BIRTH_DAMAGE), weights=[50, 10, 10, 10, 10, 10])[0]
    return Probe(
        person_id=person.person_id,
        typed_name=_NAME_DAMAGE[kind](person, chance),
        born=_BIRTH_DAMAGE[birth](person.birth_date, chance),
        name_damage=kind,
        birth_damage=birth,
    )


def one_mistake(word: str, chance: random.Random) -> str:
    """Return the word with one letter left out, added, mistyped, or changed with its neighbour."""
    place = chance.randrange(len(word))
    letter = chance.choice(ascii_lowercase)
    after = word[place + 1 :]
    return chance.choice(
        (
            f"{word[:place]}{after}",
            f"{word[:place]}{letter}{word[place:]}",
            f"{word[:place]}{letter}{after}",
            f"{word[:place]}{after[:1]}{word[place]}{after[1:]}",
        )
    )


def _typo(person: Invented, chance: random.Random) -> str:
    last, first = person.name.last, person.name.first
    where = chance.random()
    if where < 0.7:  # noqa: PLR2004  most mistakes are in the longer, rarer name
        last = one_mistake(last, chance)
    if where > 0.5:  # noqa: PLR2004  and one in five searches has two
        first = one_mistake(first, chance)
    return _written(Name(last, first), chance)


def _phonetic(person: Invented, chance: random.Random) -> str:
    last = person.name.last.lower()
    fitting = [pair for pair in _SOUNDS if pair[0] in last[1:]]
    if not fitting:
        return _typo(person, chance)
    heard, spelled = chance.choice(fitting)
    return _written(Name(last[0] + last[1:].replace(heard, spelled, 1), person.name.first), chance)


def _nickname(person: Invented, chance: random.Random) -> str:
    forms = sorted(other_forms(person.name.first.lower()))
    first = chance.choice(forms) if forms else person.name.first[:_SHORT_FORM]
    return _written(Name(person.name.last, first), chance)


def _short(person: Invented, chance: random.Random) -> str:
    return _written(Name(person.name.last, person.name.first[:_SHORT_FORM]), chance)


def _alias(person: Invented, chance: random.Random) -> str:
    return _written(person.alias or person.name, chance)


def _swapped(person: Invented, chance: random.Random) -> str:
    return f"{person.name.first}, {person.name.last}"


def _written(name: Name, chance: random.Random) -> str:
    forms = (f"{name.last}, {name.first}", f"{name.first} {name.last}", f"{name.last} {name.first}")
    return chance.choice(forms)


def _exact(born: date, chance: random.Random) -> date:
    return born


def _days_off(born: date, chance: random.Random) -> date:
    return born + timedelta(days=chance.choice((-2, -1, 1, 2)))


def _day_and_month_swapped(born: date, chance: random.Random) -> date:
    try:
        return born.replace(month=born.day, day=born.month)
    except ValueError:
        return _digit_off(born, chance)


def _digit_off(born: date, chance: random.Random) -> date:
    while True:
        written = list(born.isoformat())
        place = chance.choice([2, 3, 5, 6, 8, 9])
        written[place] = chance.choice("0123456789")
        try:
            damaged = date.fromisoformat("".join(written))
        except ValueError:
            continue
        if damaged != born:
            return damaged


def _year_off(born: date, chance: random.Random) -> date:
    day = min(born.day, _MIDDLE_OF_MONTH)
    return born.replace(year=born.year + chance.choice((-2, -1, 1, 2)), day=day)


def _within_two_years(born: date, chance: random.Random) -> date:
    return born + timedelta(days=chance.randint(-730, 730))


_NAME_DAMAGE: dict[str, Callable[[Invented, random.Random], str]] = {
    "typo": _typo,
    "phonetic": _phonetic,
    "nickname": _nickname,
    "short first name": _short,
    "alias": _alias,
    "swapped": _swapped,
}
_BIRTH_DAMAGE: dict[str, Callable[[date, random.Random], date]] = {
    "exact": _exact,
    "days off": _days_off,
    "day and month swapped": _day_and_month_swapped,
    "one digit off": _digit_off,
    "year off": _year_off,
    "some day within 2 years": _within_two_years,
}
