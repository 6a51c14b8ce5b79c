"""Names by the frequencies of the census of 1990, as the ``names`` package carries them."""

from functools import cache
from pathlib import Path
from random import Random

import names

from offenders import choices
from ots.population.facts import Name
from ots.population.weights import Weighted, happens

_FOLDER = Path(names.__file__).parent
_FILES = {
    "last": "dist.all.last",
    choices.Sex.MALE: "dist.male.first",
    choices.Sex.FEMALE: "dist.female.first",
}
SUFFIXES = Weighted([("Jr", 6), ("Sr", 2), ("II", 2), ("III", 2)])
STREET_NAMES = Weighted(
    [
        (name, 1)
        for name in [
            "Big",
            "Red",
            "Ace",
            "Slim",
            "Doc",
            "Tiny",
            "Smoke",
            "Duke",
            "Pops",
            "Shorty",
            "Blue",
            "Lucky",
        ]
    ]
)
SUFFIX_SHARE = 0.05
MIDDLE_SHARE = 0.7
ALIAS_SHARE = 0.22
MAIDEN_SHARE = 0.35
STREET_NAME_SHARE = 0.06
MIDDLE_AS_FIRST_SHARE, SAME_FIRST_SHARE, WOMEN_SHARE = 0.5, 0.7, 0.5


def last_name(random: Random) -> str:
    """Draw a family name."""
    return _table("last").draw(random)


def first_name(random: Random, sex: choices.Sex) -> str:
    """Draw a first name."""
    return _table(sex).draw(random)


def legal_name(random: Random, sex: choices.Sex) -> Name:
    """Draw the name a person was given."""
    suffixed = sex == choices.Sex.MALE and happens(random, SUFFIX_SHARE)
    return Name(
        kind=choices.NameKind.LEGAL,
        last=last_name(random),
        first=first_name(random, sex),
        middle=first_name(random, sex) if happens(random, MIDDLE_SHARE) else "",
        suffix=SUFFIXES.draw(random) if suffixed else "",
    )


def other_names(random: Random, legal: Name, sex: choices.Sex) -> tuple[Name, ...]:
    """Draw the other names by which the person has been known."""
    found = []
    if happens(random, ALIAS_SHARE):
        found.append(_alias(random, legal, sex))
    if sex == choices.Sex.FEMALE and happens(random, MAIDEN_SHARE):
        found.append(Name(choices.NameKind.MAIDEN, last_name(random), legal.first, legal.middle))
    if happens(random, STREET_NAME_SHARE):
        found.append(Name(choices.NameKind.MONIKER, STREET_NAMES.draw(random), ""))
    return tuple(found)


def full_name(random: Random) -> str:
    """Draw the whole name of somebody who has no record here, as a judge."""
    sex = choices.Sex.FEMALE if happens(random, WOMEN_SHARE) else choices.Sex.MALE
    return f"{first_name(random, sex)} {last_name(random)}"


def _alias(random: Random, legal: Name, sex: choices.Sex) -> Name:
    """Another name: the middle name as first, or another family name."""
    if legal.middle and happens(random, MIDDLE_AS_FIRST_SHARE):
        return Name(choices.NameKind.ALIAS, legal.last, legal.middle)
    first = legal.first if happens(random, SAME_FIRST_SHARE) else first_name(random, sex)
    return Name(choices.NameKind.ALIAS, last_name(random), first)


@cache
def _table(kind: str) -> Weighted[str]:
    lines = (_FOLDER / _FILES[kind]).read_text(encoding="ascii").splitlines()
    parts = (line.split() for line in lines)
    return Weighted((name.title(), float(share)) for name, share, *_ in parts)
