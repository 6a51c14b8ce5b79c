"""Counties with their courts, jails and field offices, and the prisons, from the reference data."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

import offenders
from ots.population.weights import Weighted

REFERENCE = Path(offenders.__file__).parent / "reference"
COUNTY_WEIGHTS = Path(__file__).parent / "data" / "county_weights.csv"
PAROLE_OFFICES = frozenset({"parole", "combined"})
PROBATION_OFFICES = frozenset({"probation", "combined"})
RECEPTION_CENTER = "RGC"
WOMENS_PRISON = "WHV"
OLD_PRISON = "SPSM"
OLD_PRISON_CLOSED = date(1997, 1, 1)


@dataclass(frozen=True, slots=True)
class County:
    """A county by the codes of the places that serve it."""

    name: str
    seat: str
    circuit_court: str
    district_court: str
    jail: str
    parole_offices: tuple[str, ...]
    probation_offices: tuple[str, ...]


def county(random: Random) -> County:
    """Draw a county by the number of its residents."""
    return _counties().draw(random)


def prison(random: Random, *, is_woman: bool) -> str:
    """Draw an open prison; there is one for women."""
    return WOMENS_PRISON if is_woman else _prisons().draw(random)


def reception(on: date, *, is_woman: bool) -> str:
    """Return where a person sentenced on that day was taken first."""
    if is_woman:
        return WOMENS_PRISON
    return OLD_PRISON if on < OLD_PRISON_CLOSED else RECEPTION_CENTER


def field_offices() -> frozenset[str]:
    """Return the codes of all offices that supervise people."""
    kinds = PAROLE_OFFICES | PROBATION_OFFICES
    return frozenset(row["code"] for row in _rows("offices") if row["kind"] in kinds)


@cache
def office_shares() -> Mapping[str, float]:
    """Return the share of the state's residents that each field office serves."""
    shares = dict.fromkeys(field_offices(), 0.0)
    for place, weight in _weighted_counties():
        offices = {*place.parole_offices, *place.probation_offices}
        for code in offices:
            shares[code] += weight / len(offices)
    total = sum(shares.values())
    return {code: share / total for code, share in shares.items()}


@cache
def _counties() -> Weighted[County]:
    return Weighted(_weighted_counties())


@cache
def _weighted_counties() -> tuple[tuple[County, int], ...]:
    courts = _courts_by_county()
    named = {row["code"]: row for row in _rows("counties")}
    return tuple(
        (
            _county(named[row["code"]], row["served_by"], courts),
            int(row["residents_thousands"]),
        )
        for row in _read(COUNTY_WEIGHTS)
    )


def _county(
    row: Mapping[str, str], served_by: str, courts: Mapping[tuple[str, str], str]
) -> County:
    code = row["code"]
    circuit = courts["circuit", code]
    return County(
        name=row["name"],
        seat=row["seat"],
        circuit_court=circuit,
        district_court=courts.get(("district", code), circuit),
        jail=f"J{code}",
        parole_offices=_offices_of(served_by, PAROLE_OFFICES),
        probation_offices=_offices_of(served_by, PROBATION_OFFICES),
    )


def _offices_of(county_code: str, kinds: frozenset[str]) -> tuple[str, ...]:
    return tuple(
        row["code"]
        for row in _rows("offices")
        if row["county"] == county_code and row["kind"] in kinds
    )


def _courts_by_county() -> Mapping[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for row in _rows("courts"):
        for code in row["counties"].split():
            found.setdefault((row["kind"], code), row["code"])
    return found


@cache
def _prisons() -> Weighted[str]:
    open_now: dict[str, int] = defaultdict(int)
    for row in _rows("facilities"):
        if row["kind"] == "prison" and not row["closed"] and row["code"] != WOMENS_PRISON:
            open_now[row["code"]] = 1
    return Weighted(open_now.items())


@cache
def _rows(name: str) -> tuple[Mapping[str, str], ...]:
    return tuple(_read(REFERENCE / f"{name}.csv"))


def _read(path: Path) -> Iterable[Mapping[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
