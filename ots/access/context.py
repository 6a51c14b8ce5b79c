"""What every template knows: what the viewer may do, his roles, and the request's number."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from ots.access.pages import viewer_of
from ots.access.permissions import Permission
from ots.access.signing_in.sessions import idle_time
from ots.audit.context import current_request_id


def viewer(request: HttpRequest) -> dict[str, object]:
    """Offer the viewer's permissions to templates as ``may.person_search``, and his roles."""
    number = {
        "request_number": current_request_id(),
        "demonstration": settings.DEMONSTRATION,
        "lock_seconds": _lock_seconds(request),
    }
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return {**number, "may": {}, "role_names": []}
    held = viewer_of(request)
    may = {
        permission.name.lower(): held.may(permission) and not held.has_lapsed_training
        for permission in Permission
    }
    return {**number, "may": may, "role_names": SimpleLazyObject(lambda: _role_names(request))}


def _lock_seconds(request: HttpRequest) -> int:
    session = getattr(request, "sign_in_session", None)
    if session is None:
        return int(settings.SESSION_IDLE_MINUTES) * 60
    return int(idle_time(session).total_seconds())


def _role_names(request: HttpRequest) -> list[str]:
    return list(request.user.groups.order_by("name").values_list("name", flat=True))
