"""What data-quality audits show on the home page."""

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from ots.access.pages import PageRequest
from ots.access.permissions import Permission
from ots.quality.selectors.samples import standing


def home_panel(request: PageRequest, _person_id: int, _about: str) -> SafeString:
    """For those who audit: what waits."""
    if not request.viewer.may(Permission.QUALITY_VIEW):
        return SafeString("")
    found = standing(request.viewer, today=timezone.localdate())
    return render_to_string("quality/home_panel.html", {"standing": found}, request)
