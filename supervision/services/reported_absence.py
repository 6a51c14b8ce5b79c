"""From a missed appointment to a reported violation: only by an agent's word, and once."""

from typing import Final

from ots.access.viewer import Viewer
from supervision.choices.incident import IncidentSource, Mitigator
from supervision.models import Contact, Incident
from supervision.services.incidents import Circumstances, report_incident

MISSED_APPOINTMENT: Final = "V302"
NOT_KNOWN: Final = "UNKNOWN"


def report_absence(viewer: Viewer, contact: Contact) -> Incident:
    """Report the absence as a violation; what stood in the way weighs for the person."""
    barrier = contact.barrier
    is_known = barrier is not None and barrier.code != NOT_KNOWN
    told = Circumstances(
        informant=IncidentSource.OFFICER,
        notes=f"What stood in the way: {barrier.title}." if barrier else "",
        mitigators=(Mitigator.BARRIER,) if is_known else (),
    )
    return report_incident(
        viewer,
        person_id=contact.person_id,
        code=MISSED_APPOINTMENT,
        occurred_at=contact.started_at,
        circumstances=told,
        token=contact.entry,
    )
