"""The real address of who asks: only proxies that are ours may say on whose behalf they ask."""

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """Return the address that our outermost own proxy saw, or that of the connection.

    ``TRUSTED_PROXIES`` counts our proxies in a row. Each adds the address it saw at the end of
    X-Forwarded-For; what stands before those was written by the sender and is never believed.
    """
    own = str(request.META.get("REMOTE_ADDR") or "")
    proxies: int = settings.TRUSTED_PROXIES
    if proxies < 1:
        return own
    told = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    told = [part for part in told if part]
    return told[-proxies] if len(told) >= proxies else own
