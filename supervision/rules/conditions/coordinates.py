"""Reading places that an officer types or pastes: one a line, latitude before longitude."""

import re

from supervision.rules.conditions.reading import UnreadableError
from supervision.rules.conditions.zones import FEET_A_METER, Place

PLACE = re.compile(
    r"(?P<north>[+-]?\d{1,2}(?:\.\d+)?)\s*°?\s*(?P<n>[NnSs]?)[\s,;]+"
    r"(?P<east>[+-]?\d{1,3}(?:\.\d+)?)\s*°?\s*(?P<e>[EeWw]?)"
)
# Six digits after the point are a hand's breadth.
DIGITS = 6


def place_in(text: str) -> Place:
    """Return the place that a line names; raises ``UnreadableError`` with what to type."""
    found = PLACE.fullmatch(text.strip())
    if found is None:
        raise UnreadableError(f"[{text.strip()}] is no place: type it as 42.7325, -84.5555.")
    latitude = float(found["north"]) * (-1 if found["n"] in {"S", "s"} else 1)
    longitude = float(found["east"]) * (-1 if found["e"] in {"W", "w"} else 1)
    return Place(round(latitude, DIGITS), round(longitude, DIGITS))


def places_in(text: str) -> tuple[Place, ...]:
    """Return the places of a text, one a line; empty lines are passed over."""
    return tuple(place_in(line) for line in text.splitlines() if line.strip())


def told_place(place: Place) -> str:
    """Return a place as it would be typed."""
    return f"{place.latitude:.{DIGITS}f}, {place.longitude:.{DIGITS}f}"


def meters(feet: float) -> float:
    """Return feet in meters."""
    return feet / FEET_A_METER


def feet(length_m: float) -> float:
    """Return meters in feet."""
    return length_m * FEET_A_METER
