"""Whether like violations are answered alike: one cell of the grid, office by office."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import fmean, pstdev
from typing import Final

from timecomp.engine.parameters import Parameter, Value, parameter
from timecomp.engine.standing import Standing

SOURCE: Final = "Default of the agency; edit it"
WITHIN_95, WITHIN_998 = 1.96, 3.09


def _number(key: str, title: str, unit: str, amount: int) -> Parameter[int]:
    return parameter(
        f"supervision.consistency_{key}",
        title=title,
        unit=unit,
        module=__name__,
        values=[Value(None, amount, SOURCE, Standing.INFERRED, "The agency's own threshold.")],
    )


LEAST_ANSWERS = _number("answers", "Fewest answers of an office to be flagged", "answers", 20)
LEAST_TENTHS = _number("tenths", "Distance to the other offices", "tenths of a level", 5)


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer: where, what the grid presumed, what was chosen."""

    office: str
    presumed: int
    chosen: int


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """How one office answers in a cell, beside all the others."""

    office: str
    number: int
    mean: float
    above: int
    below: int
    by_level: tuple[tuple[int, int], ...]
    mean_elsewhere: float | None
    limits_95: tuple[float, float]
    limits_998: tuple[float, float]
    is_flagged: bool

    @property
    def lies_outside(self) -> bool:
        """Whether the mean lies outside the outer limits of the funnel."""
        low, high = self.limits_998
        return not low <= self.mean <= high


def offices_in_cell(answers: Iterable[Answered], *, on: date) -> tuple[OfficeLine, ...]:
    """How each office answers in one cell, by name."""
    given = list(answers)
    if not given:
        return ()
    middle = fmean(each.chosen for each in given)
    spread = pstdev([each.chosen for each in given]) if len(given) > 1 else 0.0
    names = sorted({each.office for each in given})
    return tuple(_line(name, given, middle, spread, on) for name in names)


def _line(name: str, given: list[Answered], middle: float, spread: float, on: date) -> OfficeLine:
    own = [each for each in given if each.office == name]
    others = [each.chosen for each in given if each.office != name]
    mean = fmean(each.chosen for each in own)
    elsewhere = fmean(others) if others else None
    levels = sorted({each.chosen for each in own})
    return OfficeLine(
        office=name,
        number=len(own),
        mean=mean,
        above=sum(each.chosen > each.presumed for each in own),
        below=sum(each.chosen < each.presumed for each in own),
        by_level=tuple((level, sum(each.chosen == level for each in own)) for level in levels),
        mean_elsewhere=elsewhere,
        limits_95=_limits(middle, spread, len(own), WITHIN_95),
        limits_998=_limits(middle, spread, len(own), WITHIN_998),
        is_flagged=(
            elsewhere is not None
            and len(own) >= LEAST_ANSWERS.on(on).amount
            and abs(mean - elsewhere) >= LEAST_TENTHS.on(on).amount / 10
        ),
    )


def _limits(middle: float, spread: float, number: int, width: float) -> tuple[float, float]:
    reach = width * spread / math.sqrt(number)
    return middle - reach, middle + reach
