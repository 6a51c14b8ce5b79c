"""What the exchange shows on the home page and the compact office's."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from ots.access.pages import PageRequest
from ots.exchange.compact.settling import is_clerk
from ots.exchange.compact.waiting import counts


def home_panel(request: PageRequest, _person_id: int, _about: str) -> SafeString:
    """For those who settle messages: how many wait."""
    if not is_clerk(request.viewer):
        return SafeString("")
    return render_to_string("exchange/home_panel.html", {"counts": counts(request.viewer)}, request)


def office_panel(request: PageRequest, _person_id: int, _about: str) -> SafeString:
    """For those who settle messages: the way to them."""
    if not is_clerk(request.viewer):
        return SafeString("")
    return render_to_string("exchange/office_panel.html", {}, request)
