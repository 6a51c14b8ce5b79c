"""What follows in the compact's work from an event of a case."""

from interstate.services.closing_reminders import needless_fall_away_ahead
from interstate.services.reminders import needless_fall_away
from interstate.services.telling import tell_outside, victim_was_told
from ots.audit.events import Event
from ots.audit.services import subscribe


def listen_to_cases() -> None:
    """Take back reminders of what an event has met; tell victims and the portal of it."""
    subscribe(Event.COMPACT_EVENT_TAKEN, needless_fall_away)
    subscribe(Event.COMPACT_EVENT_TAKEN, needless_fall_away_ahead)
    subscribe(Event.COMPACT_EVENT_TAKEN, tell_outside)
    subscribe(Event.VICTIM_NOTICE_TRIED, victim_was_told)
