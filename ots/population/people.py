"""Who the person is: sex, race, looks and numbers, about as in Michigan's prisons."""

from datetime import date
from random import Random

from offenders import choices
from ots.population.facts import Identity, Looks, Number
from ots.population.naming import legal_name, other_names
from ots.population.weights import Weighted, happens

INDEX_LIMIT = 1_000_000
SEED_LIMIT = 100
STUDY_ISSUER = "POPULATION"
MALE_SHARE = 0.92
SEXES = Weighted([(choices.Sex.MALE, MALE_SHARE), (choices.Sex.FEMALE, 1 - MALE_SHARE)])
RACES = Weighted(
    [
        (choices.Race.BLACK, 48),
        (choices.Race.WHITE, 48),
        (choices.Race.NATIVE, 1),
        (choices.Race.ASIAN, 0.5),
        (choices.Race.OTHER, 1.5),
        (choices.Race.UNKNOWN, 1),
    ]
)
HISPANIC_SHARE = 0.05
EYES = Weighted([("BRO", 70), ("BLU", 15), ("GRN", 6), ("HAZ", 9)])
HAIR = Weighted([("BLK", 45), ("BRO", 40), ("BLN", 6), ("GRY", 6), ("RED", 2), ("BAL", 1)])
MARKS = Weighted(
    [
        ("", 55),
        ("Tattoo, left forearm", 15),
        ("Tattoo, right arm", 10),
        ("Scar, forehead", 5),
        ("Tattoo, neck; scar, left hand", 5),
        ("Tattoo, chest", 10),
    ]
)
SID_SHARE, FBI_SHARE, SSN_SHARE = 0.96, 0.82, 0.7
# Each is prime to the limit, so that multiplying visits every number once.
_MDOC_STEP, _SID_STEP, _FBI_STEP, _SSN_STEP = 387_401, 611_953, 270_133, 733_867
_NEVER_ISSUED_AREA = 900


def sex_of(random: Random) -> choices.Sex:
    """Draw a sex."""
    return SEXES.draw(random)


def identity(random: Random, *, sex: choices.Sex, birth_date: date) -> Identity:
    """Draw who a person born that day is."""
    legal = legal_name(random, sex)
    hispanic = happens(random, HISPANIC_SHARE)
    return Identity(
        name=legal,
        other_names=other_names(random, legal, sex),
        birth_date=birth_date,
        sex=sex,
        race=RACES.draw(random),
        ethnicity=choices.Ethnicity.HISPANIC if hispanic else choices.Ethnicity.NOT_HISPANIC,
        looks=_looks(random, sex),
    )


def study_number(seed: int, index: int) -> str:
    """Return the number by which a person already made is known again."""
    return f"GEN-{seed}-{index}"


def numbers(random: Random, *, seed: int, index: int) -> tuple[Number, ...]:
    """Return the person's numbers: unlike any issued, and no two people's alike.

    A department number has seven digits where the real ones have six; a social security number
    begins with 9, an area that is never issued.
    """
    kinds = choices.IdentifierKind
    found = [
        Number(kinds.STUDY, STUDY_ISSUER, study_number(seed, index)),
        Number(kinds.MDOC, "MI", f"{seed + 1}{_spread(index, _MDOC_STEP)}"),
    ]
    if happens(random, SID_SHARE):
        found.append(Number(kinds.SID, "MI", f"{seed + 1}{_spread(index, _SID_STEP)}X"))
    if happens(random, FBI_SHARE):
        found.append(Number(kinds.FBI_UCN, "", f"{seed + 1}{_spread(index, _FBI_STEP)}GX0"))
    if happens(random, SSN_SHARE):
        found.append(
            Number(kinds.SSN, "", f"{_NEVER_ISSUED_AREA + seed}{_spread(index, _SSN_STEP)}")
        )
    return tuple(found)


def _spread(index: int, step: int) -> str:
    return f"{index * step % INDEX_LIMIT:06d}"


def _looks(random: Random, sex: choices.Sex) -> Looks:
    height, weight = (70, 190) if sex == choices.Sex.MALE else (64, 160)
    return Looks(
        height_inches=height + random.randint(-6, 6),
        weight_pounds=max(95, int(random.gauss(weight, 30))),
        eye_color=EYES.draw(random),
        hair_color=HAIR.draw(random),
        marks=MARKS.draw(random),
    )
