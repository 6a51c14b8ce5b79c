"""What follows in supervision from what the record tells of."""

from ots.audit.events import Event
from ots.audit.services import subscribe
from supervision.services.absconding import people_out_of_touch, status_follows_warrant
from supervision.services.obligations.absences import absences_from
from supervision.services.victim_notices import TOLD_BY_KIND, TRIGGER_OF, notices_follow


def listen_to_the_record() -> None:
    """Make victims' notices due; let status follow a warrant, and standards those out of touch."""
    for event in (*TRIGGER_OF, *TOLD_BY_KIND):
        subscribe(event, notices_follow)
    for event in (Event.WARRANT_RECORDED, Event.WARRANT_CLOSED):
        subscribe(event, status_follows_warrant)
    absences_from(people_out_of_touch)
