"""Headers that keep a browser from doing more with our answers than showing them."""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

# Passkeys are asked for by our own pages; nothing else of the device is.
PERMISSIONS: Final = ", ".join(
    [
        "publickey-credentials-get=(self)",
        "publickey-credentials-create=(self)",
        *(
            f"{feature}=()"
            for feature in (
                "accelerometer",
                "browsing-topics",
                "camera",
                "display-capture",
                "geolocation",
                "gyroscope",
                "magnetometer",
                "microphone",
                "midi",
                "payment",
                "usb",
            )
        ),
    ]
)
# What may be shown in place: our pages, what scripts read, and pictures we have drawn anew.
SHOWN_IN_PLACE: Final = ("text/html", "application/json", "image/jpeg")
SEALED_OFF: Final = "default-src 'none'; sandbox"


class HeadersMiddleware:
    """Adds the headers that no other middleware of the chain does."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next step of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Serve the request."""
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if not response.has_header("Cache-Control"):
            # Nothing of a record stays on the device: neither on disk nor behind the Back button.
            add_never_cache_headers(response)
        _keep_files_out_of_pages(response)
        return response


def _keep_files_out_of_pages(response: HttpResponse) -> None:
    """Have files saved and not shown, unless the view says otherwise of what it made itself."""
    kind = response.headers.get("Content-Type", "")
    if not kind or kind.startswith(SHOWN_IN_PLACE):
        return
    if not response.has_header("Content-Disposition"):
        response.headers["Content-Disposition"] = "attachment"
        response.headers["Content-Security-Policy"] = SEALED_OFF
