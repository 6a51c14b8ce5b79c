"""Request id and actor for every entry written while a request is served."""

from collections.abc import Callable
from functools import partial
from ipaddress import ip_address
from uuid import uuid4

from auditlog.middleware import AuditlogMiddleware
from django.http import HttpRequest, HttpResponse

from ots.audit import circumstances
from ots.audit.context import acting, origin, request_id
from ots.core.addresses import client_address

GetResponse = Callable[[HttpRequest], HttpResponse]


class RequestIdMiddleware:
    """Give each request a fresh id, shown in the answer; one sent from outside is not believed."""

    def __init__(self, get_response: GetResponse) -> None:
        """Keep the next step of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Serve the request under its id."""
        with request_id(uuid4().hex) as value, origin(f"{request.method} {request.path}"):
            request.request_number = value  # type: ignore[attr-defined]  # shown on error pages
            response = self.get_response(request)
            response["X-Request-ID"] = value
            return response


class ActorMiddleware(AuditlogMiddleware):  # type: ignore[misc]  # django-auditlog is untyped
    """Record the user signed in, the real address, the session and the agency with each entry."""

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Serve the request; what changes below the application is told of its user as well."""
        with acting(self.get_extra_data(request)):
            response: HttpResponse = super().__call__(request)
            return response

    @staticmethod
    def _get_remote_addr(request: HttpRequest) -> str | None:
        # An address that is none must not keep anybody from being recorded.
        try:
            return str(ip_address(client_address(request)))
        except ValueError:
            return None

    @staticmethod
    def _get_remote_port(request: HttpRequest) -> int | None:
        return None

    def get_extra_data(self, request: HttpRequest) -> dict[str, object]:
        """Add what sign-in knows; asked at each entry, for a request may sign in or out."""
        known: dict[str, object] = super().get_extra_data(request)
        return known | {
            "session": partial(circumstances.session_mark, request),
            "second_factor": partial(circumstances.second_factor, request),
            "ori": partial(circumstances.acting_ori, request),
            "agency_id": partial(circumstances.agency_id, request),
        }
