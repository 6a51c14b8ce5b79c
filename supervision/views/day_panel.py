"""The agent's day on the first page: who comes, who is visited, and what still has no outcome."""

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from offenders.views.frame import reading_of
from ots.access.pages import PageRequest
from ots.access.permissions import Permission
from supervision.selectors.calendar import calendar_days, waiting_for_outcome

MOST_SHOWN = 12


def day_panel(request: PageRequest, _person_id: int, _about: str) -> SafeString:
    """Today's appointments of the agent, each with what to do about it."""
    user = request.viewer.user
    if user is None or not request.viewer.may(Permission.VISIT_RECORD):
        return SafeString("")
    reading, today = reading_of(request), timezone.localdate()
    items = calendar_days(reading, user.pk, first=today, days=1)[0].items
    waiting = waiting_for_outcome(reading, now=timezone.now())
    shown = [*items, *(each for each in waiting if each not in items)][:MOST_SHOWN]
    if not shown:
        return SafeString("")
    return render_to_string("supervision/day_panel.html", {"items": shown}, request)
