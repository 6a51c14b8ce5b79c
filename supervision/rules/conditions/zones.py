"""Zones on the ground: whether a shape can stand, and whether a place lies in it.

Distances are those of a plane that touches the earth at the zone; within a zone of some miles it is
off by less than a GPS is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, pairwise
from math import cos, hypot, isfinite, radians

METERS_A_DEGREE = 111_320.0
FEET_A_METER = 3.280_839_895
LEAST_CORNERS = 3
LEAST_STOPS = 2
MOST_POINTS = 200
MOST_METERS = 250_000.0
# Nearer than this two points are one: a hundredth of a millimetre.
ONE_POINT = 1e-5


class Shape(StrEnum):
    """How a zone is drawn."""

    CIRCLE = "circle"
    POLYGON = "polygon"
    CORRIDOR = "corridor"


@dataclass(frozen=True, slots=True)
class Place:
    """A point by its latitude and longitude in degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Zone:
    """A circle about its one point, an area within its corners, or a strip along its points.

    ``buffer_m`` widens it: the radius of a circle, the margin of an area, half a strip's width.
    """

    shape: Shape
    points: tuple[Place, ...]
    buffer_m: float


@dataclass(frozen=True, slots=True)
class _Point:
    x: float
    y: float


def objections_to(zone: Zone) -> tuple[str, ...]:
    """Return why a zone cannot stand; nothing if it can."""
    wrong = [each for each in zone.points if not _is_on_earth(each)]
    if wrong:
        found = f"{wrong[0].latitude}, {wrong[0].longitude}"
        return (f"[{found}] is no place: give latitude and longitude, as 42.7325, -84.5555.",)
    if len(zone.points) > MOST_POINTS:
        return (f"[{len(zone.points)}] points are too many: draw it with {MOST_POINTS} at most.",)
    if zone.buffer_m < 0 or not isfinite(zone.buffer_m):
        return ("The width cannot be less than nothing.",)
    return _SHAPE_CHECKS[zone.shape](zone) or _size(zone)


def contains(zone: Zone, place: Place) -> bool:
    """Say whether the place lies in the zone; its edge belongs to it."""
    corners = _flat(zone.points, zone.points[0])
    point = _flat((place,), zone.points[0])[0]
    if zone.shape is Shape.CIRCLE:
        return _apart(corners[0], point) <= zone.buffer_m
    if zone.shape is Shape.CORRIDOR:
        return _to_edges(list(pairwise(corners)), point) <= zone.buffer_m
    edges = list(pairwise([*corners, corners[0]]))
    return _is_within(edges, point) or _to_edges(edges, point) <= max(zone.buffer_m, ONE_POINT)


def _is_on_earth(place: Place) -> bool:
    return abs(place.latitude) < 85 and abs(place.longitude) <= 180  # noqa: PLR2004  degrees


def _circle(zone: Zone) -> tuple[str, ...]:
    if len(zone.points) != 1:
        return (f"A circle has one point, its middle; [{len(zone.points)}] were given.",)
    return () if zone.buffer_m > 0 else ("Give the radius of the circle.",)


def _corridor(zone: Zone) -> tuple[str, ...]:
    if len(zone.points) < LEAST_STOPS:
        return ("A strip runs along two points at least.",)
    return () if zone.buffer_m > 0 else ("Give how far to each side the strip reaches.",)


def _polygon(zone: Zone) -> tuple[str, ...]:
    if len(set(zone.points)) < LEAST_CORNERS:
        return ("An area has three corners at least.",)
    if len(set(zone.points)) < len(zone.points):
        return ("A corner stands twice: leave one out; the last joins the first by itself.",)
    corners = _flat(zone.points, zone.points[0])
    edges = list(pairwise([*corners, corners[0]]))
    for (one, first), (two, second) in combinations(enumerate(edges), 2):
        neighbours = two - one in {1, len(edges) - 1}
        if not neighbours and _cross(first, second):
            return ("The edges cross each other: give the corners in order around the area.",)
    return ()


_SHAPE_CHECKS = {Shape.CIRCLE: _circle, Shape.CORRIDOR: _corridor, Shape.POLYGON: _polygon}


def _size(zone: Zone) -> tuple[str, ...]:
    corners = _flat(zone.points, zone.points[0])
    width = max(_apart(corners[0], each) for each in corners) + zone.buffer_m
    if width > MOST_METERS:
        return (f"It reaches [{width / 1000:,.0f}] km: look whether a point is mistyped.",)
    return ()


def _flat(places: Sequence[Place], origin: Place) -> list[_Point]:
    along = METERS_A_DEGREE * cos(radians(origin.latitude))
    return [
        _Point(
            (each.longitude - origin.longitude) * along,
            (each.latitude - origin.latitude) * METERS_A_DEGREE,
        )
        for each in places
    ]


def _apart(one: _Point, other: _Point) -> float:
    return hypot(one.x - other.x, one.y - other.y)


def _to_edges(edges: Sequence[tuple[_Point, _Point]], point: _Point) -> float:
    return min(_to_edge(start, end, point) for start, end in edges)


def _to_edge(start: _Point, end: _Point, point: _Point) -> float:
    dx, dy = end.x - start.x, end.y - start.y
    length = dx * dx + dy * dy
    if length == 0:
        return _apart(start, point)
    share = ((point.x - start.x) * dx + (point.y - start.y) * dy) / length
    share = min(1.0, max(0.0, share))
    return _apart(_Point(start.x + share * dx, start.y + share * dy), point)


def _is_within(edges: Sequence[tuple[_Point, _Point]], point: _Point) -> bool:
    inside = False
    for start, end in edges:
        if (start.y > point.y) != (end.y > point.y):
            crossing = start.x + (point.y - start.y) * (end.x - start.x) / (end.y - start.y)
            if point.x < crossing:
                inside = not inside
    return inside


def _cross(first: tuple[_Point, _Point], second: tuple[_Point, _Point]) -> bool:
    a, b = first
    c, d = second
    return _turn(a, b, c) * _turn(a, b, d) <= 0 and _turn(c, d, a) * _turn(c, d, b) <= 0


def _turn(a: _Point, b: _Point, c: _Point) -> int:
    doubled = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    return (doubled > 0) - (doubled < 0)
