"""When an agent on visits is overdue, when safety is looked at anew, and in what order to drive."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from math import asin, cos, radians, sin, sqrt
from typing import Final

from timecomp.engine.parameters import Parameter, Value, parameter
from timecomp.engine.standing import Standing

POLICY: Final = "Default of the agency; edit it"
EARTH_RADIUS_KM: Final = 6371.0


class Step(StrEnum):
    """Whom an overdue visit is told, in order."""

    SUPERVISOR = "supervisor"
    ESCALATION = "escalation"
    POLICE = "police"


def _number(key: str, title: str, unit: str, amount: int) -> Parameter[int]:
    value = Value(None, amount, POLICY, Standing.INFERRED, "The agency's own rule of safety.")
    return parameter(f"supervision.{key}", title=title, unit=unit, module=__name__, values=[value])


MINUTES_OVERDUE: Final = {
    Step.SUPERVISOR: _number(
        "overdue_supervisor", "Minutes overdue after which the supervisor is told", "minutes", 15
    ),
    Step.ESCALATION: _number(
        "overdue_escalation", "Minutes overdue after which the office's list is told", "minutes", 30
    ),
    Step.POLICE: _number(
        "overdue_police", "Minutes overdue after which the police are to be called", "minutes", 60
    ),
}
SAFETY_REVIEW_DAYS = _number(
    "safety_review_days", "Days after which the safety of a visit is looked at anew", "days", 180
)


def steps_due(due_back_at: datetime, now: datetime) -> list[Step]:
    """Return the steps to take for somebody who was due back then and is not."""
    today = due_back_at.date()
    return [
        step
        for step, minutes in MINUTES_OVERDUE.items()
        if now >= due_back_at + timedelta(minutes=minutes.on(today).amount)
    ]


def review_is_due(reviewed_on: date, today: date) -> bool:
    """Say whether what is known of a place's safety is too old to rely on."""
    return today - reviewed_on > timedelta(days=SAFETY_REVIEW_DAYS.on(today).amount)


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the map in degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Stop:
    """A place to drive to, by whatever is known of it."""

    key: int
    postal_code: str = ""
    city: str = ""
    street: str = ""
    point: Point | None = None


def kilometres(one: Point, other: Point) -> float:
    """Return the distance along the surface of the earth."""
    north = radians(other.latitude - one.latitude)
    east = radians(other.longitude - one.longitude)
    half = sin(north / 2) ** 2 + cos(radians(one.latitude)) * cos(radians(other.latitude)) * (
        sin(east / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half)))


def route(stops: Iterable[Stop]) -> list[Stop]:
    """Return the stops in an order to drive: each time the nearest, where all points are known.

    Otherwise by postal code, city and street, so that neighbours stand together.
    """
    waiting = sorted(stops, key=_by_address)
    if any(stop.point is None for stop in waiting):
        return waiting
    return _nearest_first(waiting)


def _by_address(stop: Stop) -> tuple[str, str, str, int, int]:
    words = stop.street.split()
    number = int(words[0]) if words and words[0].isdecimal() else 0
    street = " ".join(words[1:] if number else words).casefold()
    return stop.postal_code[:5], stop.city.casefold(), street, number, stop.key


def _nearest_first(stops: Sequence[Stop]) -> list[Stop]:
    waiting = list(stops)
    ordered = waiting[:1]
    waiting = waiting[1:]
    while waiting:
        here = ordered[-1].point
        nearest = min(
            waiting,
            key=lambda stop: (
                kilometres(here, stop.point) if here and stop.point else 0.0,
                stop.key,
            ),
        )
        waiting.remove(nearest)
        ordered.append(nearest)
    return ordered
