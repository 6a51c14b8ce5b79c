"""What oversight shows on pages of other apps."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from ots.access.pages import PageRequest
from ots.access.permissions import Permission
from ots.audit.watch import state
from ots.oversight.desks import desks_of
from ots.oversight.selectors.concerns import answers_lately, waiting_concerns, waiting_of_person
from ots.oversight.selectors.incidents import open_incidents
from ots.oversight.selectors.questions import questions_standing

NOTHING = SafeString("")


def home_panel(request: PageRequest, _person_id: int, _about: str) -> SafeString:
    """For auditors: how the trail stands and which reviews are due."""
    if not request.viewer.may(Permission.AUDIT_VIEW):
        return NOTHING
    due = [each for each in questions_standing(request.viewer) if each.is_due]
    context = {"state": state(), "due": len(due)}
    return render_to_string("oversight/home_panel.html", context, request)


def incident_panel(request: PageRequest, _person_id: int, _about: str) -> SafeString:
    """For those who handle incidents: how many wait."""
    if not request.viewer.may(Permission.INCIDENT_HANDLE):
        return NOTHING
    context = {"waiting": open_incidents(request.viewer)}
    return render_to_string("oversight/incident_panel.html", context, request)


def concern_panel(request: PageRequest, _person_id: int, _about: str) -> SafeString:
    """For those who answer what users say is wrong: how many wait."""
    waiting = waiting_concerns(request.viewer) if desks_of(request.viewer) else 0
    if not waiting:
        return NOTHING
    return render_to_string("oversight/concern_panel.html", {"waiting": waiting}, request)


def answer_panel(request: PageRequest, _person_id: int, _about: str) -> SafeString:
    """For whoever said that something is wrong: how much was answered within a week."""
    answered = answers_lately(request.viewer)
    if not answered:
        return NOTHING
    return render_to_string("oversight/answer_panel.html", {"answered": answered}, request)


def concern_of_person_panel(request: PageRequest, person_id: int, _about: str) -> SafeString:
    """For those who answer: how much of this record is said to be wrong."""
    if not desks_of(request.viewer):
        return NOTHING
    waiting = waiting_of_person(request.viewer, person_id)
    if not waiting:
        return NOTHING
    return render_to_string("oversight/concern_of_person.html", {"waiting": waiting}, request)


def person_tab(request: PageRequest, person_id: int, _about: str) -> SafeString:
    """The tab that leads to who looked at the record."""
    if not request.viewer.may(Permission.PERSON_TRAIL):
        return NOTHING
    return render_to_string("oversight/person_tab.html", {"person_id": person_id}, request)
