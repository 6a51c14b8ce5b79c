"""The sentence on a count: lawful for its offence, and long enough for where the person stands."""

from dataclasses import dataclass
from datetime import date
from random import Random

from offenders import choices
from ots.population.credit import (
    maximum_to_last,
    minimum_served,
    minimum_served_in_full,
    regime_of,
)
from ots.population.facts import Length
from ots.population.menu import COMPANIONS, GRAVE, drawn_offence, offence_of
from ots.population.weights import Weighted, happens
from timecomp.law.offences import OffenceCode

HABITUAL = Weighted([(0, 62), (2, 14), (3, 9), (4, 15)])
LONGEST_MAXIMUM = 80 * 12
SHORTEST_MINIMUM = 12
SHORTEST_SERVED = 4
FOURTH_OFFENDER_SHORT = 15 * 12
SHORT_OFFENCE = 60
PAROLABLE_LIFE_AFTER = 18 * 12
LIFE_SHARE = 0.12
YEARS_AND_MONTHS_SHARE = 0.4
MOSTLY_NOT_YET_ELIGIBLE = 0.6
MAXIMUM_YEARS = {"750.317": (20, 75), "750.529": (10, 40), "750.520B2B": (38, 75)}
USUAL_MAXIMUM_YEARS = (12, 50)
DRAWS = 6


@dataclass(frozen=True, slots=True)
class Need:
    """What today asks of a term: months it must run at least, and months served at parole."""

    run_months: int
    served_months: int | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """An offence with the sentence on it."""

    code: OffenceCode
    kind: choices.SentenceKind
    minimum: Length = Length()
    maximum: Length = Length()
    habitual: int = 0

    @property
    def is_life(self) -> bool:
        """Say whether the sentence is life."""
        return self.kind == choices.SentenceKind.LIFE


def prison_sentence(random: Random, menu: Weighted[str], on: date, need: Need) -> Chosen:
    """Draw an offence of that day with a prison sentence that meets the need."""
    for _ in range(DRAWS):
        found = _sentence_on(random, drawn_offence(random, menu, on), on, need)
        if found is not None:
            return found
    for _ in range(DRAWS):
        found = _sentence_on(random, drawn_offence(random, GRAVE, on), on, need)
        if found is not None:
            return found
    return _years_for_any_term(random, offence_of("750.529", on), on, need)


def sentence_for(random: Random, code: str, on: date, need: Need) -> Chosen:
    """Draw the sentence for one offence; armed robbery if that offence cannot meet the need."""
    found = _sentence_on(random, offence_of(code, on), on, need)
    return found or _years_for_any_term(random, offence_of("750.529", on), on, need)


def companion_sentence(random: Random, on: date, main: Chosen) -> Chosen:
    """Draw a lesser count sentenced beside the main one, at the same habitual level."""
    code = drawn_offence(random, COMPANIONS, on)
    maximum = _enhanced(random, code.maximum_months or SHORT_OFFENCE, main.habitual)
    minimum = _minimum(random, code, maximum, Need(run_months=0))
    if not main.is_life:
        minimum = max(1, min(minimum, main.minimum.whole_months))
    return Chosen(
        code=code,
        kind=choices.SentenceKind.INDETERMINATE,
        minimum=as_length(random, minimum),
        maximum=as_length(random, maximum),
        habitual=main.habitual,
    )


def as_length(random: Random, months: int) -> Length:
    """Write months as a judgment would: in years if they come out even, otherwise either way."""
    years, rest = divmod(months, 12)
    if not rest or happens(random, YEARS_AND_MONTHS_SHARE):
        return Length(years=years, months=rest)
    return Length(months=months)


def _sentence_on(random: Random, code: OffenceCode, on: date, need: Need) -> Chosen | None:
    if need.served_months is not None and not _may_be_served(code, need.served_months):
        return None
    if code.mandatory_life:
        return _life(code)
    if code.is_life_maximum:
        return _life_or_any_term(random, code, on, need)
    if code.maximum_months is None:
        return None
    habitual = HABITUAL.draw(random)
    maximum = _enhanced(random, code.maximum_months, habitual)
    if maximum < _least_maximum(code, on, need):
        return None
    return _term(random, code, on, need, (maximum, habitual))


def _may_be_served(code: OffenceCode, served_months: int) -> bool:
    """Say whether somebody may be on parole for the offence after so many months."""
    return not code.mandatory_life and served_months >= (code.mandatory_minimum_months or 0)


def _life_or_any_term(random: Random, code: OffenceCode, on: date, need: Need) -> Chosen:
    too_long = _least_maximum(code, on, need) > LONGEST_MAXIMUM
    old_enough = need.served_months is None or need.served_months > PAROLABLE_LIFE_AFTER
    if old_enough and (too_long or happens(random, LIFE_SHARE)):
        return _life(code)
    return _years_for_any_term(random, code, on, need)


def _years_for_any_term(random: Random, code: OffenceCode, on: date, need: Need) -> Chosen:
    low, high = MAXIMUM_YEARS.get(code.pacc, USUAL_MAXIMUM_YEARS)
    least = -(-_least_maximum(code, on, need) // 12)
    years = max(random.randint(low, high), least + random.randint(0, 10))
    return _term(random, code, on, need, (12 * years, HABITUAL.draw(random)))


def _term(
    random: Random, code: OffenceCode, on: date, need: Need, above: tuple[int, int]
) -> Chosen:
    maximum, habitual = above
    if need.served_months is None:
        minimum = _minimum(random, code, maximum, need)
    else:
        served = _minimum_served(code, on, need.served_months, habitual)
        minimum = max(SHORTEST_SERVED, min(served, maximum * 2 // 3))
    return Chosen(
        code=code,
        kind=choices.SentenceKind.INDETERMINATE,
        minimum=as_length(random, minimum),
        maximum=as_length(random, maximum),
        habitual=habitual,
    )


def _minimum_served(code: OffenceCode, on: date, months: int, habitual: int) -> int:
    """Return the minimum that was over at the parole; habitual offenders serve the judge's own."""
    if habitual:
        return minimum_served_in_full(months)
    return minimum_served(months, regime_of(code, on))


def _life(code: OffenceCode) -> Chosen:
    return Chosen(code=code, kind=choices.SentenceKind.LIFE)


def _least_maximum(code: OffenceCode, on: date, need: Need) -> int:
    """Return the shortest maximum that still runs and of which the minimum is two thirds."""
    regime = regime_of(code, on)
    least = maximum_to_last(need.run_months, regime)
    if need.served_months is None:
        return least
    return max(least, minimum_served(need.served_months, regime) * 3 // 2 + 1)


def _minimum(random: Random, code: OffenceCode, maximum: int, need: Need) -> int:
    """Draw a minimum of at most two thirds of the maximum."""
    wanted = int(maximum * random.triangular(0.08, 0.66, 0.3))
    if happens(random, MOSTLY_NOT_YET_ELIGIBLE):
        wanted = max(wanted, int(need.run_months * random.uniform(0.8, 1.6)))
    wanted = max(wanted, SHORTEST_MINIMUM, code.mandatory_minimum_months or 0)
    return max(1, min(wanted, maximum * 2 // 3))


def _enhanced(random: Random, statutory_months: int, habitual: int) -> int:
    """Return the maximum at a habitual level (MCL 769.10 to 769.12)."""
    if habitual in (0, 2, 3):
        return statutory_months * {0: 2, 2: 3, 3: 4}[habitual] // 2
    if statutory_months < SHORT_OFFENCE:
        return FOURTH_OFFENDER_SHORT
    return 12 * random.randint(max(15, statutory_months // 12), max(30, statutory_months // 8))
