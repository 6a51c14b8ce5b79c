"""What is due: opened, met, excused, and brought up to date when a fact changes or a day passes."""

from supervision.services.obligations.excusing import excuse, excuse_absence
from supervision.services.obligations.marking import note_done, withdraw_done
from supervision.services.obligations.opening import open_obligation, withdraw_obligations
from supervision.services.obligations.pausing import begin_pause, end_pause
from supervision.services.obligations.refreshing import refresh_people, refresh_person

__all__ = [
    "begin_pause",
    "end_pause",
    "excuse",
    "excuse_absence",
    "note_done",
    "open_obligation",
    "refresh_people",
    "refresh_person",
    "withdraw_done",
    "withdraw_obligations",
]
