"""Instruments as they are scored on a day, with the dated tables that some of them rest on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db import models

from supervision.choices.risk import GuidelineBoundName, NeedSection
from supervision.models import GuidelineBound, GuidelineFactor, NeedCutoff, Scoring
from supervision.models.dated import Dated, in_force_on
from supervision.rules.instruments import need_screen as needs
from supervision.rules.instruments.catalogue import INSTRUMENTS, instrument_of
from supervision.rules.instruments.form import Instrument
from supervision.rules.instruments.michigan_parole_guidelines import (
    MICHIGAN_PAROLE_GUIDELINES,
    with_bounds,
)

Row = TypeVar("Row", bound=Dated)
# What a scoring keeps of the tables it rests on, as JSON gives it back.
Tables = Mapping[str, Any]
KEYS = (*INSTRUMENTS, needs.KEY)
TITLES = {key: each.title for key, each in INSTRUMENTS.items()} | {needs.KEY: "Screen of needs"}
_BOUNDS, _CUTOFFS = "bounds", "cutoffs"


@dataclass(frozen=True, slots=True)
class InForce:
    """An instrument as of a day, and the values of tables that are kept with what it scores."""

    instrument: Instrument
    tables: Tables


def instrument_on(key: str, day: date) -> InForce | None:
    """Return the instrument as of the day; nothing where none of that key may be scored."""
    if key == needs.KEY:
        tables: Tables = {_CUTOFFS: _cutoffs(day)}
    elif key == MICHIGAN_PAROLE_GUIDELINES.key:
        tables = {_BOUNDS: _bounds(day)}
    elif key in INSTRUMENTS:
        return InForce(INSTRUMENTS[key], {})
    else:
        return None
    return InForce(_with_tables(key, tables), tables)


def instrument_behind(scoring: Scoring) -> Instrument:
    """Return the instrument by which it was scored, with the tables of then."""
    if scoring.tables:
        return _with_tables(scoring.instrument, scoring.tables)
    return instrument_of(scoring.instrument, scoring.version)


def in_force(model: type[Row], day: date) -> models.QuerySet[Row]:
    """Return the rows of a dated table that count on the day."""
    return model._default_manager.filter(in_force_on(day))


def guideline_factors(day: date) -> dict[str, list[GuidelineFactor]]:
    """Return what the sections of the parole guidelines score, by section."""
    found: dict[str, list[GuidelineFactor]] = {}
    for row in in_force(GuidelineFactor, day):
        found.setdefault(row.section, []).append(row)
    return found


def _with_tables(key: str, tables: Tables) -> Instrument:
    if key == needs.KEY:
        return needs.need_screen(tuple(_cutoff(*each) for each in tables[_CUTOFFS]))
    bounds = tables[_BOUNDS]
    return with_bounds(
        low_at_most=bounds[GuidelineBoundName.LOW_AT_MOST.value],
        high_at_least=bounds[GuidelineBoundName.HIGH_AT_LEAST.value],
    )


def _bounds(day: date) -> dict[str, int]:
    rows = in_force(GuidelineBound, day).order_by("since")
    return {row.name: row.total for row in rows}


def _cutoffs(day: date) -> list[list[object]]:
    rows = NeedCutoff.objects.filter(in_force_on(day)).order_by("pk")
    return [
        list(row) for row in rows.values_list("section", "standard_from", "severe_from", "most")
    ]


def _cutoff(section: str, standard: int, severe: int, most: int) -> needs.Cutoff:
    return needs.Cutoff(section, NeedSection(section).label, standard, severe, most)
