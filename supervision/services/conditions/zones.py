"""Drawing a zone of a condition, and taking it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from offenders.services.facts import add_fact, correct_fact
from offenders.services.refusals import Objection, RefusedError, refuse_if_any
from offenders.services.submissions import once
from ots.access.categories import Category
from ots.access.permissions import Permission
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.events import Event
from supervision.models import Condition, Zone
from supervision.rules.conditions import zones as rules


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneEntry:
    """A zone as it was drawn."""

    label: str
    kind: str
    shape: str
    points: Sequence[tuple[float, float]]
    buffer_m: float
    began_on: date
    days: Sequence[str] = ()
    from_time: time | None = None
    until_time: time | None = None
    is_victim_related: bool = False
    is_hidden_from_person: bool = False

    def drawn(self) -> rules.Zone:
        """Return its shape on the ground."""
        places = tuple(rules.Place(latitude, longitude) for latitude, longitude in self.points)
        return rules.Zone(rules.Shape(self.shape), places, self.buffer_m)


def draw_zone(
    viewer: Viewer, condition: Condition, entry: ZoneEntry, *, token: UUID | None = None
) -> Zone:
    """Record the zone; raises ``RefusedError`` for a shape that cannot stand."""
    viewer.require(Permission.CONDITION_RECORD)
    if entry.is_victim_related and not viewer.may_category(Category.VICTIM):
        raise NotAllowedError(f"[{viewer}] may not know where victims are.")
    refuse_if_any(_objections(condition, entry))
    return once(
        token,
        Event.ZONE_DRAWN,
        Zone,
        lambda: add_fact(
            viewer,
            Zone,
            person_id=condition.person_id,
            event=Event.ZONE_DRAWN,
            condition=condition,
            label=entry.label,
            kind=entry.kind,
            shape=entry.shape,
            points=[list(point) for point in entry.points],
            buffer_m=entry.buffer_m,
            days=list(entry.days),
            from_time=entry.from_time,
            until_time=entry.until_time,
            is_victim_related=entry.is_victim_related,
            is_hidden_from_person=entry.is_hidden_from_person,
            began_on=entry.began_on,
        ),
    )


def end_zone(viewer: Viewer, zone: Zone, *, ended_on: date, reason: str) -> Zone:
    """Record that the zone no longer holds from a day on."""
    viewer.require(Permission.CONDITION_RECORD)
    if ended_on < zone.began_on:
        message = f"It holds since [{zone.began_on}]: give that day or a later one."
        raise RefusedError(Objection("on", message))
    return correct_fact(
        viewer,
        zone,
        person_id=zone.person_id,
        reason=reason,
        event=Event.CONDITION_ENDED,
        ended_on=ended_on,
    )


def _objections(condition: Condition, entry: ZoneEntry) -> list[Objection]:
    found = []
    if not condition.template.asks_zone:
        found.append(Objection("", "This condition has no zone: choose one that keeps to a place."))
    if not entry.points:
        found.append(Objection("points", "Give at least one point."))
    else:
        found += [Objection("points", message) for message in rules.objections_to(entry.drawn())]
    if (entry.from_time is None) != (entry.until_time is None):
        found.append(Objection("until_time", "Give both times, or neither for the whole day."))
    return found
