"""Whether a place lies in a zone, and which shapes cannot stand."""

from math import cos, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision.rules.conditions.zones import (
    METERS_A_DEGREE,
    Place,
    Shape,
    Zone,
    contains,
    objections_to,
)

LATITUDES = st.floats(41.6, 48.3)
LONGITUDES = st.floats(-90.4, -82.1)
PLACES = st.builds(Place, LATITUDES, LONGITUDES)
SQUARE = (Place(42.0, -84.0), Place(42.0, -83.99), Place(42.01, -83.99), Place(42.01, -84.0))


def moved(place: Place, north_m: float, east_m: float) -> Place:
    along = METERS_A_DEGREE * cos(radians(place.latitude))
    return Place(place.latitude + north_m / METERS_A_DEGREE, place.longitude + east_m / along)


@given(center=PLACES, radius=st.floats(1, 50_000), share=st.floats(0, 0.99))
def test_a_place_nearer_than_the_radius_is_in_the_circle(center, radius, share):
    zone = Zone(Shape.CIRCLE, (center,), radius)
    assert contains(zone, moved(center, radius * share, 0))


@given(center=PLACES, radius=st.floats(1, 50_000), share=st.floats(1.01, 3))
def test_a_place_farther_than_the_radius_is_outside_the_circle(center, radius, share):
    zone = Zone(Shape.CIRCLE, (center,), radius)
    assert not contains(zone, moved(center, 0, radius * share))


@given(corner=PLACES, north=st.floats(20, 5_000), east=st.floats(20, 5_000), data=st.data())
def test_every_place_within_a_triangle_is_in_it(corner, north, east, data):
    corners = (corner, moved(corner, north, 0), moved(corner, 0, east))
    one = data.draw(st.floats(0.01, 0.98))
    other = data.draw(st.floats(0.01, 0.99 - one)) if one < 0.98 else 0.01
    inside = moved(corner, north * one, east * other)
    assert contains(Zone(Shape.POLYGON, corners, 0), inside)


@given(corner=PLACES, north=st.floats(20, 5_000), east=st.floats(20, 5_000), by=st.floats(1, 9))
def test_a_place_beyond_all_corners_is_outside(corner, north, east, by):
    corners = (corner, moved(corner, north, 0), moved(corner, north, east), moved(corner, 0, east))
    assert not contains(Zone(Shape.POLYGON, corners, 0), moved(corner, north + by, east / 2))


@given(corner=PLACES, margin=st.floats(5, 500), share=st.floats(0.1, 0.95))
def test_the_margin_of_an_area_belongs_to_it(corner, margin, share):
    corners = (corner, moved(corner, 1000, 0), moved(corner, 1000, 1000), moved(corner, 0, 1000))
    zone = Zone(Shape.POLYGON, corners, margin)
    assert contains(zone, moved(corner, 500, -margin * share))


@given(corner=PLACES, turns=st.integers(0, 3), backwards=st.booleans(), place=PLACES)
def test_where_the_corners_begin_does_not_matter(corner, turns, backwards, place):
    corners = [corner, moved(corner, 900, 0), moved(corner, 900, 900), moved(corner, 0, 900)]
    near = moved(corner, 450, 300)
    turned = corners[turns:] + corners[:turns]
    other = Zone(Shape.POLYGON, tuple(reversed(turned) if backwards else turned), 0)
    zone = Zone(Shape.POLYGON, tuple(corners), 0)
    assert [contains(zone, each) for each in (near, place)] == [
        contains(other, each) for each in (near, place)
    ]


@given(start=PLACES, width=st.floats(5, 2_000), share=st.floats(0, 0.99), along=st.floats(0, 1))
def test_a_place_beside_the_way_is_in_the_strip(start, width, share, along):
    zone = Zone(Shape.CORRIDOR, (start, moved(start, 3_000, 0)), width)
    assert contains(zone, moved(start, 3_000 * along, width * share))


@given(start=PLACES, width=st.floats(5, 2_000), share=st.floats(1.01, 4))
def test_a_place_off_the_way_is_outside_the_strip(start, width, share):
    zone = Zone(Shape.CORRIDOR, (start, moved(start, 3_000, 0)), width)
    assert not contains(zone, moved(start, 1_500, width * share))


def test_the_corner_itself_is_in_the_area():
    assert contains(Zone(Shape.POLYGON, SQUARE, 0), SQUARE[0])


def test_a_notch_in_the_area_is_outside():
    notched = (*SQUARE[:2], Place(42.005, -83.995), *SQUARE[2:])
    assert not contains(Zone(Shape.POLYGON, notched, 0), Place(42.005, -83.992))


@pytest.mark.parametrize(
    ("zone", "told"),
    [
        (Zone(Shape.CIRCLE, SQUARE[:1], 0), "radius"),
        (Zone(Shape.CIRCLE, SQUARE[:2], 100), "one point"),
        (Zone(Shape.POLYGON, SQUARE[:2], 0), "three corners"),
        (Zone(Shape.POLYGON, (*SQUARE, SQUARE[0]), 0), "stands twice"),
        (Zone(Shape.POLYGON, (SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3]), 0), "cross"),
        (Zone(Shape.CORRIDOR, SQUARE[:1], 10), "two points"),
        (Zone(Shape.CORRIDOR, SQUARE[:2], 0), "how far"),
        (Zone(Shape.CIRCLE, (Place(142.0, -84.0),), 10), "is no place"),
        (Zone(Shape.CIRCLE, SQUARE[:1], 300_000), "mistyped"),
        (Zone(Shape.CIRCLE, SQUARE[:1], -1), "less than nothing"),
    ],
)
def test_a_shape_that_cannot_stand_says_why(zone, told):
    assert told in objections_to(zone)[0]


def test_a_square_can_stand():
    assert objections_to(Zone(Shape.POLYGON, SQUARE, 50)) == ()
