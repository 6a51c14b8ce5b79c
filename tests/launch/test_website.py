"""The run waits for a page that works, and tells Django by which names it is reached."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from ots.launch import ports, website
from ots.launch.children import Command
from ots.launch.errors import LaunchError
from ots.launch.paths import HERE
from ots.launch.supervisor import Supervisor


@pytest.fixture
def site():
    """Serve every page with a status of the test's choice."""
    servers = []

    def serve(status):
        class Answer(BaseHTTPRequestHandler):
            def do_GET(self):  # noqa: N802  the name that http.server calls
                self.send_response(status)
                self.end_headers()

            def log_message(self, *_arguments):
                pass

        server = HTTPServer((ports.LOOPBACK, 0), Answer)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://{ports.LOOPBACK}:{server.server_port}/"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("status", [200, 403, 404])
def test_a_page_that_answers_ends_the_wait(site, status):
    website.wait_for_page(site(status), Supervisor([], []))


def test_a_page_that_fails_ends_the_run_at_once(site):
    with pytest.raises(LaunchError, match=r"front page fails \(status 500\)"):
        website.wait_for_page(site(500), Supervisor([], []))


def test_a_process_that_dies_ends_the_wait(site):
    supervisor = Supervisor([Command("web", ("sh", "-c", "echo no such module; exit 3"))], [])
    supervisor.start()
    with pytest.raises(LaunchError, match=r"\[web\] .*\nno such module"):
        website.wait_for_page(f"http://{ports.LOOPBACK}:{ports.free_port()}/", supervisor)


def test_a_site_for_this_machine_answers_to_its_names_alone(monkeypatch):
    monkeypatch.delenv("ALLOWED_HOSTS", raising=False)
    assert website.django_settings("local")["ALLOWED_HOSTS"] == "localhost,127.0.0.1,[::1]"


def test_a_site_shown_to_the_network_answers_to_any_name(monkeypatch):
    monkeypatch.delenv("ALLOWED_HOSTS", raising=False)
    assert website.django_settings("local", website.EVERYWHERE)["ALLOWED_HOSTS"] == "*"


def test_the_run_has_one_web_server_one_worker_and_one_scheduler():
    commands = website.processes(HERE, {}, "127.0.0.1:8000")
    assert [command.name for command in commands] == ["web", "worker", "beat"]
