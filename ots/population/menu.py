"""Which offences people are sentenced for, about as often as in Michigan."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from random import Random

from ots.population.weights import Weighted
from timecomp.law.offences import OffenceCode, all_offences

_DRAWS = 12


class OffenceNotInForceError(LookupError):
    """No row of the offence table names the code on that day."""


# Codes as prosecutors write them; the weights are rough and ours.
_DRUGS = {
    "333.74012A4": 9.0,
    "333.74012A3": 3.0,
    "333.74012A2": 0.5,
    "333.74012A1": 0.3,
    "333.74032A1": 0.2,
    "333.74032A2": 0.3,
    "333.74032A3": 0.8,
    "333.74032A4": 2.0,
    "333.74032A5": 4.0,
    "333.74012B1": 2.0,
    "333.7401C2F": 1.0,
    "333.74012D2": 0.5,
    "333.7405D": 0.6,
}
_PROPERTY = {
    "750.110A2": 5.0,
    "750.110A3": 6.0,
    "750.110A4": 1.0,
    "750.110": 4.0,
    "750.413": 2.0,
    "750.5357": 2.0,
    "750.356": 1.5,
    "750.356C": 1.5,
    "750.357": 1.5,
    "750.360": 1.5,
    "750.3563A": 1.0,
    "750.249": 1.5,
    "750.2184A": 0.5,
    "750.1744A": 0.4,
    "750.72": 0.9,
    "750.73": 0.5,
    "445.651": 0.5,
}
_ASSAULTS = {
    "750.83": 3.0,
    "750.84": 5.0,
    "750.841B": 1.2,
    "750.82": 5.0,
    "750.86": 0.3,
    "750.87": 0.3,
    "750.89": 1.0,
    "750.81D1": 2.0,
    "750.814": 1.5,
    "750.136B2": 0.5,
    "750.349": 0.8,
    "750.349B": 0.6,
}
_ROBBERIES = {"750.529": 8.0, "750.530": 2.5, "750.529A": 1.2, "750.531": 0.6}
_SEX_CRIMES = {
    "750.520B1A": 3.0,
    "750.520B1F": 1.5,
    "750.520B2B": 0.8,
    "750.520C1A": 2.5,
    "750.520C1B": 1.0,
    "750.520D1A": 1.5,
    "750.520D1B": 1.5,
    "750.520E1A": 0.6,
    "750.520G1": 0.5,
    "750.145C4": 0.5,
    "28.7291A": 0.8,
}
_KILLINGS = {
    "750.3161A": 2.0,
    "750.3161B": 1.5,
    "750.317": 4.0,
    "750.321": 2.0,
    "257.6254A": 0.7,
}
_WEAPONS_AND_DRIVING = {
    "750.227": 4.0,
    "750.224F": 5.0,
    "750.234B": 0.5,
    "750.535B": 0.6,
    "257.6256D": 4.0,
    "257.602A3": 1.5,
    "750.479A3": 0.5,
}
_PRISON: Mapping[str, float] = {
    **_DRUGS,
    **_PROPERTY,
    **_ASSAULTS,
    **_ROBBERIES,
    **_SEX_CRIMES,
    **_KILLINGS,
    **_WEAPONS_AND_DRIVING,
}
_GRAVE: Mapping[str, float] = {
    "750.3161A": 5.0,
    "750.3161B": 4.0,
    "750.317": 9.0,
    "750.529": 7.0,
    "750.83": 3.0,
    "750.89": 1.0,
    "750.349": 1.5,
    "750.520B1A": 3.0,
    "750.520B1F": 4.0,
}
_PROBATION: Mapping[str, float] = {
    "333.74032A5": 14.0,
    "333.74012A4": 4.0,
    "333.74032B1": 5.0,
    "333.74032B2": 2.0,
    "257.6256D": 8.0,
    "257.6251A": 2.0,
    "750.82": 5.0,
    "750.81D1": 6.0,
    "750.814": 3.0,
    "750.812": 2.0,
    "750.81A1": 1.0,
    "750.356C": 5.0,
    "750.360": 4.0,
    "750.110": 2.5,
    "750.110A4": 2.0,
    "750.413": 2.0,
    "750.5353A": 2.0,
    "750.249": 2.0,
    "750.1744A": 1.0,
    "750.227": 6.0,
    "445.651": 2.0,
    "750.520E1A": 0.8,
}
_YOUTH: Mapping[str, float] = {
    "750.413": 3.0,
    "750.360": 3.0,
    "750.110": 2.0,
    "750.110A3": 2.0,
    "750.5357": 2.0,
    "750.227": 4.0,
    "333.74032A5": 3.0,
}

PRISON = Weighted(_PRISON.items())
GRAVE = Weighted(_GRAVE.items())
PROBATION = Weighted(_PROBATION.items())
YOUTH = Weighted(_YOUTH.items())
COMPANIONS = Weighted(
    [
        ("750.227", 4.0),
        ("750.82", 4.0),
        ("750.110", 2.0),
        ("333.74032A5", 3.0),
        ("750.81D1", 2.0),
        ("750.413", 2.0),
        ("750.5357", 1.5),
        ("750.224F", 4.0),
        ("750.84", 2.0),
        ("750.360", 1.0),
    ]
)
ALWAYS_IN_FORCE = "750.82"
CHILD_UNDER_13, ADULT_CLAUSE = "750.520B1A", "750.520B2B"
ADULT_CLAUSE_SINCE = date(2006, 8, 28)


def offence_of(code: str, on: date) -> OffenceCode:
    """Return what a code named on the day of the crime."""
    found = _row(code, on)
    if found is None:
        raise OffenceNotInForceError(f"[{code}] names no offence on [{on}]: choose another code.")
    return found


def drawn_offence(random: Random, menu: Weighted[str], on: date) -> OffenceCode:
    """Draw an offence that was in force on the day; assault with a weapon if chance finds none."""
    for _ in range(_DRAWS):
        found = _row(_as_charged(menu.draw(random), on), on)
        if found is not None:
            return found
    return offence_of(ALWAYS_IN_FORCE, on)


def _as_charged(code: str, on: date) -> str:
    """Return the clause under which an adult is charged since it was enacted."""
    return ADULT_CLAUSE if code == CHILD_UNDER_13 and on >= ADULT_CLAUSE_SINCE else code


def _row(code: str, on: date) -> OffenceCode | None:
    return next((row for row in _rows()[code] if row.is_in_force(on)), None)


@cache
def _rows() -> Mapping[str, tuple[OffenceCode, ...]]:
    rows: dict[str, tuple[OffenceCode, ...]] = {}
    for row in all_offences():
        rows[row.pacc] = (*rows.get(row.pacc, ()), row)
    return rows
