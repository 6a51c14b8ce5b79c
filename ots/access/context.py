"""What every template knows: the viewer."""

from django.http import HttpRequest

from ots.access.pages import viewer_of
from ots.access.permissions import Permission


def viewer(request: HttpRequest) -> dict[str, object]:
    """Offer the viewer's permissions to templates as ``may.person_search``."""
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return {"may": {}}
    held = viewer_of(request)
    return {"may": {p.name.lower(): held.may(p) for p in Permission}}
