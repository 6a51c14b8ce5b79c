"""An incident as it is printed."""

from collections.abc import Mapping
from datetime import datetime

from django.utils import timezone

from ots.oversight.selectors.incidents import IncidentRead


def printed_incident(read: IncidentRead, *, at: datetime) -> Mapping[str, object]:
    """Return the incident with its steps and notices as text."""
    told = read.incident
    return {
        "title": f"Security incident {told.pk}",
        "subject": "Criminal justice information: for authorized use only",
        "foot": f"Printed {_moment(at)}",
        "facts": [
            ["What seems to have happened", told.get_kind_display()],
            ["Noticed", _moment(told.discovered_at)],
            ["To be reported until", _moment(told.due_at)],
            ["Reported", f"{_moment(told.reported_at)} by {told.reported_by}"],
            ["In time", f"No: {told.why_late}" if told.is_late else "Yes"],
            ["Where", told.where],
            ["Records of people may be concerned", "Yes" if told.may_concern_records else "No"],
            ["It is now", read.state.label],
        ],
        "description": told.description,
        "steps": [
            f"{_moment(each.taken_at)}, {each.taken_by}: {each.get_state_display()}. {each.note}"
            for each in read.steps
        ],
        "notices": [
            f"{_moment(each.told_at)}: {each.told}, by {each.means} (recorded by "
            f"{each.recorded_by})"
            for each in read.notices
        ],
    }


def _moment(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%b %d, %Y %H:%M}"
