"""Tells Docker whether the web server answers: asks for the front page as the proxy would."""

import os
import sys
import urllib.error
import urllib.request

ADDRESS = "http://127.0.0.1:8000/"
SERVER_ERROR = 500


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_arguments: object) -> None:
        """Take the redirect itself for an answer."""


def status() -> int:
    """Return the status of the front page, asked for by the site's own name over TLS."""
    name = os.environ["ALLOWED_HOSTS"].split(",")[0].strip().lstrip(".")
    headers = {"Host": name, "X-Forwarded-Proto": "https"}
    request = urllib.request.Request(ADDRESS, headers=headers)  # noqa: S310  our own http address
    try:
        with urllib.request.build_opener(_NoRedirects).open(request, timeout=8) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


if __name__ == "__main__":
    sys.exit(status() >= SERVER_ERROR)
