"""The health check asks as the proxy would and takes a redirect for an answer."""

import importlib.util
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from ots.launch.paths import HERE


@pytest.fixture
def healthcheck():
    path = HERE.root / "ots" / "deploy" / "healthcheck.py"
    spec = importlib.util.spec_from_file_location("healthcheck", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def site(healthcheck, monkeypatch):
    """A site that gives the status it is set to and keeps the headers it was asked with."""

    class Answer(BaseHTTPRequestHandler):
        status = 200
        asked: dict[str, str] = {}

        def do_GET(self):  # noqa: N802  the name that http.server calls
            Answer.asked = dict(self.headers)
            self.send_response(self.status)
            self.send_header("Location", "https://elsewhere.invalid/")
            self.end_headers()

        def log_message(self, *_arguments):
            pass

    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        monkeypatch.setattr(healthcheck, "ADDRESS", f"http://127.0.0.1:{server.server_port}/")
        monkeypatch.setenv("ALLOWED_HOSTS", "ots.example.gov, other.example.gov")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Answer
        server.shutdown()


@pytest.mark.parametrize("status", [200, 302, 403, 500, 503])
def test_it_returns_the_status_of_the_front_page(healthcheck, site, status):
    site.status = status
    assert healthcheck.status() == status


def test_it_asks_by_the_name_of_the_site_over_tls(healthcheck, site):
    healthcheck.status()
    assert site.asked["Host"] == "ots.example.gov"
    assert site.asked["X-Forwarded-Proto"] == "https"
