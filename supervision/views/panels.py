"""What supervision shows on the person's page."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from offenders.views.frame import reading_of
from ots.access.categories import Category
from ots.access.pages import PageRequest
from ots.access.permissions import Permission
from supervision.selectors.person import supervision_in_short


def supervision_panel(request: PageRequest, person_id: int, _about: str) -> SafeString:
    """Running supervision and the newest risk scores; for supervisors the way to assign."""
    short = supervision_in_short(reading_of(request), person_id)
    may_assign = request.viewer.may(Permission.CASE_ASSIGN)
    if not (short.periods or short.assessments or may_assign):
        return SafeString("")
    context = {"short": short, "person_id": person_id, "may_assign": may_assign}
    return render_to_string("supervision/person_panel.html", context, request)


def person_tab(request: PageRequest, person_id: int, _about: str) -> SafeString:
    """The tab that leads to the person's supervision, among the sections of the record."""
    viewer = request.viewer
    if not (viewer.may(Permission.PERSON_VIEW) and viewer.may_category(Category.SUPERVISION)):
        return SafeString("")
    match = request.resolver_match
    is_current = match is not None and match.app_name == "supervision"
    context = {"person_id": person_id, "is_current": is_current}
    return render_to_string("supervision/person_tab.html", context, request)
