"""Everything that happened to a person, newest first, as far as the viewer may see it."""

from offenders.selectors.reading import Reading
from offenders.selectors.timeline import court, custody, identity, orders
from offenders.selectors.timeline.event import Source, TimelineEvent, TimelineKind
from ots.access.scopes import reaches

__all__ = ["TimelineEvent", "TimelineKind", "show_on_timeline", "timeline"]

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
    reading: Reading, person_id: int, *, kind: TimelineKind | None = None
) -> list[TimelineEvent]:
    """Return the events of a person, newest first; a query or two a source, however many."""
    if not reaches(reading.viewer, person_id):
        return []
    events = [
        event
        for source in _sources
        for event in source(reading, person_id)
        if kind is None or event.kind == kind
    ]
    return sorted(events, key=lambda event: event.on, reverse=True)
