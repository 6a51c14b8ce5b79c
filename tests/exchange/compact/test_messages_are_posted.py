"""Messages that go over the network: what the address is told, and what its answer means."""

import json
from collections.abc import Iterator
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from interstate.rules.vocabulary import EventType
from ots.audit.models import Disclosure
from ots.exchange.compact import delivery
from ots.exchange.models import CompactMessage
from ots.exchange.tasks import deliver_compact_messages
from tests.exchange.compact.conftest import send
from tests.factories.compact import compact_case


class Address(HTTPServer):
    """Another state's system: keeps what it is sent, and answers as it is told."""

    answer = 202
    says = b""

    def __init__(self) -> None:
        """Listen on a free port."""
        super().__init__(("127.0.0.1", 0), _Handler)
        self.got: list[tuple[str | None, dict[str, object]]] = []


class _Handler(BaseHTTPRequestHandler):
    server: Address

    def do_POST(self) -> None:  # noqa: N802  # the name that the library calls
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append((self.headers["Authorization"], json.loads(raw)))
        self.send_response(self.server.answer)
        self.send_header("Content-Length", str(len(self.server.says)))
        self.end_headers()
        self.wfile.write(self.server.says)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address(settings, tmp_path, monkeypatch) -> Iterator[Address]:
    """Ohio's messages go to an address; without a certificate, as it is on this machine."""
    monkeypatch.setattr(delivery, "HTTPSConnection", HTTPConnection)
    (tmp_path / "token").write_text("sesame\n")
    with Address() as server:
        Thread(target=server.serve_forever, daemon=True).start()
        settings.COMPACT_PEERS = {"OH": f"https://127.0.0.1:{server.server_port}/messages"}
        settings.COMPACT_TOKENS = {"OH": str(tmp_path / "token")}
        yield server
        server.shutdown()


@pytest.fixture
def request_sent(address, sender, carla, known_dana):
    case = compact_case(sender, known_dana)
    return send(sender, carla, case, EventType.TRANSFER_REQUEST, {"reason": "resident"})


def test_a_message_is_posted_with_the_token(address, request_sent):
    assert deliver_compact_messages() == 1
    [(token, said)] = address.got
    assert (token, said["activity"]) == ("Bearer sesame", "transfer_request")


def test_an_answer_that_refuses_leaves_the_message_waiting(address, request_sent):
    address.answer = 500
    assert deliver_compact_messages() == 0
    waits = CompactMessage.objects.get()
    assert (waits.delivered_at, waits.trouble[:22]) == (None, "The address answered 5")


def test_what_the_other_state_refuses_is_put_aside_with_its_reason(address, request_sent):
    address.answer, address.says = 422, b'{"detail": "[case.number] is not known."}'
    deliver_compact_messages()
    deliver_compact_messages()
    message = CompactMessage.objects.get()
    assert (len(address.got), message.delivered_at, bool(message.refused_at)) == (1, None, True)
    assert message.trouble == "Refused (422): [case.number] is not known."
    assert Disclosure.objects.count() == 1
