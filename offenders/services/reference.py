"""Counties, agencies, offices, courts and facilities from the files of reference data."""

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from django.db import models, transaction

from offenders.choices import CourtKind, FacilityKind
from offenders.models import Court, Facility
from ots.access.models import Agency, County, Office, Region
from ots.access.models.agency import AgencyKind
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.context import occasion
from ots.audit.events import Event
from ots.audit.services import JsonValue, record

REFERENCE = Path(__file__).resolve().parents[1] / "reference"

# The files name units; the system asks what an agency does.
AGENCY_KINDS = {
    "corrections": AgencyKind.CORRECTIONS,
    "supervision": AgencyKind.CORRECTIONS,
    "custody": AgencyKind.CORRECTIONS,
    "records": AgencyKind.CORRECTIONS,
    "parole_board": AgencyKind.PAROLE_BOARD,
    "interstate": AgencyKind.COMPACT,
    "victim_services": AgencyKind.VICTIM_SERVICES,
    "courts": AgencyKind.COURT,
    "police": AgencyKind.LAW_ENFORCEMENT,
    "state_police": AgencyKind.LAW_ENFORCEMENT,
    "repository": AgencyKind.LAW_ENFORCEMENT,
    "jail": AgencyKind.LAW_ENFORCEMENT,
    "federal_custody": AgencyKind.LAW_ENFORCEMENT,
    "federal_supervision": AgencyKind.OTHER,
    "prosecution": AgencyKind.OTHER,
    "health": AgencyKind.OTHER,
    "licensing": AgencyKind.OTHER,
}

M = TypeVar("M", bound=models.Model)
Line = Mapping[str, str]
Columns = dict[str, object]


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many rows of a kind were new, and how many differed."""

    kind: str
    created: int
    changed: int


@transaction.atomic
def load_reference_data(viewer: Viewer, folder: Path = REFERENCE) -> tuple[Loaded, ...]:
    """Bring the tables in line with the files; a second time changes nothing.

    Rows that only the tables hold stay. Every court is an agency too, so that its staff can be
    users of it.
    """
    viewer.require(Permission.ADMIN_USE)
    with occasion(Event.REFERENCE_DATA_LOADED.name):
        done = (
            _bring_in_line(County, "code", map(_county, _lines(folder, "counties"))),
            _bring_in_line(Agency, "code", map(_agency, _lines(folder, "agencies"))),
            _bring_in_line(Agency, "code", map(_court_agency, _lines(folder, "courts"))),
            _bring_in_line(Region, "name", _regions(folder)),
            _bring_in_line(Office, "code", map(_office(), _lines(folder, "offices"))),
            _bring_in_line(Court, "code", map(_court(), _lines(folder, "courts"))),
            _bring_in_line(Facility, "code", map(_facility, _lines(folder, "facilities"))),
        )
        _record(viewer, done)
    return done


def _record(viewer: Viewer, done: Iterable[Loaded]) -> None:
    counted = Counter[str]()
    for each in done:
        counted[each.kind] += each.created + each.changed
    details: dict[str, JsonValue] = {kind: count for kind, count in counted.items() if count}
    if details:
        record(Event.REFERENCE_DATA_LOADED, actor=viewer.user, details=details)


def _bring_in_line(model: type[M], key: str, rows: Iterable[Columns]) -> Loaded:
    known = {getattr(each, key): each for each in model._default_manager.all()}
    new, changed = [], 0
    for columns in rows:
        each = known.get(columns[key])
        if each is None:
            new.append(model(**columns))
        elif _differs(each, columns):
            each.save()
            changed += 1
    model._default_manager.bulk_create(new)
    return Loaded(str(model._meta.verbose_name_plural), len(new), changed)


def _differs(each: models.Model, columns: Columns) -> bool:
    different = {name: value for name, value in columns.items() if getattr(each, name) != value}
    for name, value in different.items():
        setattr(each, name, value)
    return bool(different)


def _lines(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _county(line: Line) -> Columns:
    return {
        "code": int(line["code"]),
        "name": line["name"],
        "fips": line["fips"],
        "seat": line["seat"],
    }


def _agency(line: Line) -> Columns:
    return {"code": line["code"], "name": line["name"], "kind": AGENCY_KINDS[line["kind"]]}


def _court_agency(line: Line) -> Columns:
    return {"code": line["code"], "name": line["name"], "kind": AgencyKind.COURT}


def _regions(folder: Path) -> list[Columns]:
    names = {line["region"] for line in _lines(folder, "offices")}
    return [{"name": name} for name in sorted(names) if name]


def _office() -> Callable[[Line], Columns]:
    agencies = dict(Agency.objects.values_list("code", "pk"))

    def columns(line: Line) -> Columns:
        return {
            "code": line["code"],
            "name": line["name"],
            "agency_id": agencies[line["agency"]],
            "county_id": int(line["county"]),
            "region_id": line["region"] or None,
        }

    return columns


def _court() -> Callable[[Line], Columns]:
    agencies = dict(Agency.objects.values_list("code", "pk"))

    def columns(line: Line) -> Columns:
        return {
            "code": line["code"],
            "name": line["name"],
            "kind": CourtKind(line["kind"]),
            "county_id": int(line["county"]),
            "agency_id": agencies[line["code"]],
        }

    return columns


def _facility(line: Line) -> Columns:
    return {
        "code": line["code"],
        "name": line["name"],
        "kind": FacilityKind(line["kind"]),
        "county_id": int(line["county"]) if line["county"] else None,
        "is_open": not line["closed"],
    }
