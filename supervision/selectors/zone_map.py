"""Zones of a person: the map, and which of them a place lies in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from django.http import Http404

from offenders.selectors.reading import Reading
from ots.access.fields import Masked, may_access, row_is_open
from ots.access.scopes import in_scope
from supervision.choices.condition import ZoneKind
from supervision.models import Zone
from supervision.rules.conditions import zones as rules
from supervision.rules.conditions.drawing import Drawing, Named, drawing_of
from supervision.rules.conditions.hours import holds_at


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether a place lies in a zone, and whether that keeps to it at the moment."""

    zone: Masked
    is_inside: bool
    holds_now: bool

    @property
    def is_kept(self) -> bool:
        """Say whether being there keeps to the zone."""
        return self.is_inside == (self.zone.kind == ZoneKind.INCLUSION)


def zones_of(reading: Reading, person_id: int) -> list[Zone]:
    """Return the zones that hold, those alone that the viewer may see."""
    if not may_access(reading.viewer, Zone, "points"):
        return []
    rows = in_scope(reading.viewer, Zone.objects.all(), person="person").filter(
        person_id=person_id, superseded_at__isnull=True, ended_on__isnull=True
    )
    related = rows.select_related("condition__template")
    return [
        row
        for row in related
        if row_is_open(reading.viewer, row) and row_is_open(reading.viewer, row.condition)
    ]


def zone_at(reading: Reading, person_id: int, zone_id: int) -> Zone:
    """Return a zone of the person for a write; 404 if it is none the viewer may see."""
    found = next((row for row in zones_of(reading, person_id) if row.pk == zone_id), None)
    if found is None:
        raise Http404("No such zone.")
    return found


def map_of(zones: Sequence[Masked]) -> Drawing | None:
    """Draw zones that the viewer may see; nothing where there is none."""
    named = [
        Named(str(zone.label), str(zone.kind), shape_of(cast(Zone, zone)))
        for zone in zones
        if zone.points
    ]
    return drawing_of(named) if named else None


def where_is(
    reading: Reading, zones: Sequence[Zone], place: rules.Place, *, at: datetime
) -> list[Answer]:
    """Say for each zone whether the place lies in it, and whether it holds at the moment."""
    return [
        Answer(
            zone=reading.masked(zone),
            is_inside=rules.contains(shape_of(zone), place),
            holds_now=holds_at(
                at, days=zone.days, from_time=zone.from_time, until_time=zone.until_time
            ),
        )
        for zone in zones
    ]


def shape_of(zone: Zone) -> rules.Zone:
    """Return a zone's shape on the ground."""
    places = tuple(rules.Place(latitude, longitude) for latitude, longitude in zone.points)
    return rules.Zone(rules.Shape(zone.shape), places, zone.buffer_m)
