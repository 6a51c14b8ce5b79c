"""Request id and actor for every entry written while a request is served."""

from collections.abc import Callable
from uuid import uuid4

from auditlog.middleware import AuditlogMiddleware
from django.http import HttpRequest, HttpResponse

from ots.audit.context import request_id

GetResponse = Callable[[HttpRequest], HttpResponse]


class RequestIdMiddleware:
    """Give each request a fresh id, shown in the answer; one sent from outside is not believed."""

    def __init__(self, get_response: GetResponse) -> None:
        """Keep the next step of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Serve the request under its id."""
        with request_id(uuid4().hex) as value:
            request.request_number = value  # type: ignore[attr-defined]  # shown on error pages
            response = self.get_response(request)
            response["X-Request-ID"] = value
            return response


class ActorMiddleware(AuditlogMiddleware):  # type: ignore[misc]  # django-auditlog is untyped
    """Record the signed-in user, and the address of the connection itself."""

    @staticmethod
    def _get_remote_addr(request: HttpRequest) -> str | None:
        # A forwarded-for header can be made up by the sender.
        return request.META.get("REMOTE_ADDR") or None

    @staticmethod
    def _get_remote_port(request: HttpRequest) -> int | None:
        return None
