"""What follows in the compact's work from an event of a case."""

from interstate.services.reminders import needless_fall_away
from ots.audit.events import Event
from ots.audit.services import subscribe


def listen_to_cases() -> None:
    """Take back reminders of what an event has met."""
    subscribe(Event.COMPACT_EVENT_TAKEN, needless_fall_away)
