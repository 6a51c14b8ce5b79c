"""What the exchange shows on the home page."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from ots.access.pages import PageRequest
from ots.access.permissions import Permission
from ots.exchange.compact.waiting import counts


def home_panel(request: PageRequest, _person_id: int, _about: str) -> SafeString:
    """For those who settle messages: how many wait."""
    if not request.viewer.may(Permission.MESSAGE_SETTLE):
        return SafeString("")
    return render_to_string("exchange/home_panel.html", {"counts": counts(request.viewer)}, request)
