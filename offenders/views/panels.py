"""What access shows on other pages: the banner of an emergency, news of emergencies, doors."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from offenders.selectors.openings import opening_news
from ots.access.pages import PageRequest
from ots.access.permissions import Permission

NOTHING = SafeString("")
_DOORS = (Permission.CONSENT_RECORD, Permission.REACH_GRANT, Permission.KNOWN_DECLARE)


def emergency_banner(request: PageRequest, person_id: int, _about: str) -> SafeString:
    """Say on every page of the record that an emergency opened it, why, and until when."""
    openings = request.viewer.opened(person_id)
    if not openings:
        return NOTHING
    return render_to_string("offenders/emergency_banner.html", {"openings": openings}, request)


def emergency_news(request: PageRequest, _person_id: int, _about: str) -> SafeString:
    """Tell reviewers what waits, and supervisors what their agents opened."""
    news = opening_news(request.viewer, seen=request.seen)
    if not (news.waiting or news.by_agents):
        return NOTHING
    return render_to_string("offenders/emergency_news.html", {"news": news}, request)


def access_doors(request: PageRequest, person_id: int, _about: str) -> SafeString:
    """Lead to treatment and consent, to who reaches the record, and to declaring a conflict."""
    if not any(request.viewer.may(right) for right in _DOORS):
        return NOTHING
    return render_to_string("offenders/access_doors.html", {"person_id": person_id}, request)
