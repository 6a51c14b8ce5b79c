"""What goes over the line is compressed where that saves anything: an officer reads on a phone."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

_TEXT = ("text/", "application/json", "application/geo+json")


class CompressionMiddleware(GZipMiddleware):
    """Compress pages and other text; pictures and PDFs are compressed already.

    Each answer is lengthened by up to a hundred random bytes and its CSRF token is masked anew, so
    that its length tells nothing of a secret in it (the BREACH attack).
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Return the response, compressed where it is text and the browser takes it so."""
        if not response.get("Content-Type", "").startswith(_TEXT):
            return response
        return super().process_response(request, response)
