"""Everything that happened to a person, newest first, as far as the viewer may see it."""

from collections.abc import Container

from offenders.selectors.reading import Reading
from offenders.selectors.timeline import court, custody, identity, orders
from offenders.selectors.timeline.event import Source, TimelineEvent, TimelineKind
from ots.access.scopes import reaches

__all__ = ["Source", "TimelineEvent", "TimelineKind", "show_on_timeline", "timeline"]

ALL_KINDS = frozenset(TimelineKind)

_sources: list[Source] = [
    *court.SOURCES,
    *custody.SOURCES,
    *orders.SOURCES,
    *identity.SOURCES,
]


def show_on_timeline(source: Source) -> None:
    """Let an app above add its events; the source itself decides what the viewer may see."""
    if source not in _sources:
        _sources.append(source)


def timeline(
    reading: Reading, person_id: int, *, kinds: Container[TimelineKind] = ALL_KINDS
) -> list[TimelineEvent]:
    """Return the events of a person, newest first; a query or two a source, however many."""
    if not reaches(reading.viewer, person_id):
        return []
    asked = (source for source in _sources if source.kind in kinds)
    events = [event for source in asked for event in source.events(reading, person_id)]
    return sorted(events, key=lambda event: event.on, reverse=True)
