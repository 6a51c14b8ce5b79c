"""Neighbourhoods where more appointments are missed than their people would lead one to expect.

A sign of buses, hours or clinics rather than of people: Poisson probabilities of what was missed,
and Benjamini and Hochberg's control of false alarms over all areas (Journal of the Royal
Statistical Society B 57, 1995, 289).
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from timecomp.engine.parameters import Parameter, Value, parameter
from timecomp.engine.standing import Standing

SOURCE = "Default of the agency; edit it"


def _number(key: str, title: str, unit: str, amount: int) -> Parameter[int]:
    return parameter(
        f"supervision.cluster_{key}",
        title=title,
        unit=unit,
        module=__name__,
        values=[Value(None, amount, SOURCE, Standing.INFERRED, "The agency's own threshold.")],
    )


DAYS_BACK = _number("days", "Days of appointments looked at", "days", 60)
LEAST_SUPERVISED = _number("supervised", "Fewest people of an area", "people", 15)
LEAST_MISSED = _number("missed", "Fewest missed appointments", "appointments", 5)
LEAST_PEOPLE = _number("people", "Fewest people who missed one", "people", 3)
MOST_CHANCE_PER_MILLE = _number("chance", "Most likely to be chance", "per mille", 10)
FALSE_ALARMS_PER_MILLE = _number("alarms", "Share of false alarms", "per mille", 100)


@dataclass(frozen=True, slots=True)
class Area:
    """An area's people, what they missed, and what was expected of them."""

    name: str
    supervised: int
    planned: int
    missed: int
    people_who_missed: int
    expected: float


@dataclass(frozen=True, slots=True)
class Cluster:
    """An area that stands out, and how likely so many would be by chance."""

    area: Area
    chance: float


def clusters(areas: Iterable[Area], *, on: date) -> tuple[Cluster, ...]:
    """The areas that stand out, the least likely by chance first."""
    large = [each for each in areas if each.supervised >= LEAST_SUPERVISED.on(on).amount]
    ranked = sorted(
        (Cluster(each, chance_of(each.missed, each.expected)) for each in large),
        key=lambda each: (each.chance, each.area.name),
    )
    kept = _controlled(ranked, FALSE_ALARMS_PER_MILLE.on(on).amount / 1000)
    return tuple(each for each in kept if _stands_out(each, on))


def chance_of(missed: int, expected: float) -> float:
    """How likely at least so many are where so many are expected (Poisson)."""
    if missed <= 0:
        return 1.0
    if expected <= 0:
        return 0.0
    fewer = sum(
        math.exp(-expected + count * math.log(expected) - math.lgamma(count + 1))
        for count in range(missed)
    )
    return min(1.0, max(0.0, 1.0 - fewer))


def _stands_out(found: Cluster, on: date) -> bool:
    return (
        found.chance < MOST_CHANCE_PER_MILLE.on(on).amount / 1000
        and found.area.missed >= LEAST_MISSED.on(on).amount
        and found.area.people_who_missed >= LEAST_PEOPLE.on(on).amount
    )


def _controlled(ranked: list[Cluster], share: float) -> list[Cluster]:
    last = 0
    for place, each in enumerate(ranked, start=1):
        if each.chance <= share * place / len(ranked):
            last = place
    return ranked[:last]
