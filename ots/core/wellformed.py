"""Addresses that no browser sends: refused before any page reads them."""

from collections.abc import Callable

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse

NULL = "\0"


class WellFormedMiddleware:
    """Refuses an address with the sign that the database takes in no text."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next step of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Serve the request, or raise; what is posted is looked at by the forms."""
        asked = [text for name, values in request.GET.lists() for text in (name, *values)]
        if any(NULL in text for text in (request.path_info, *asked)):
            raise SuspiciousOperation("A null sign stands in the address.")
        return self.get_response(request)
