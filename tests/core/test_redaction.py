"""Logs hold no secrets: neither what is logged on purpose nor what an error drags along."""

import io
import logging

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.module_loading import import_string

from ots.access.models import CodeApp
from ots.access.signing_in import codes
from ots.access.signing_in.notice import current_notice
from ots.core.redaction import redact
from tests.factories.staff import PASSWORD


@pytest.mark.parametrize(
    ("line", "secret"),
    [
        ("password=hunter22 next", "hunter22"),
        ("'new_password1': ['hunter 22'], 'x': 1", "hunter 22"),
        ('{"password": "hunter \\" 22"}', "22"),
        ("Authorization: Bearer abc.def.ghi", "abc.def"),
        ("Cookie: sessionid=4x7; csrftoken=zz9", "4x7"),
        ("__Host-session=4x7abc", "4x7abc"),
        ("GET /sign-in/with/kent/return/?code=abc123&state=xyz", "abc123"),
        ("client_secret=s3cr3t", "s3cr3t"),
        ("ssn 123-45-6789 found", "123-45-6789"),
        ("ssn: 123456789", "123456789"),
        ("redis://:pass9word@127.0.0.1/0", "pass9word"),
        ("postgresql://ots:pass9word@db/ots", "pass9word"),
    ],
)
def test_a_secret_is_withheld(line, secret):
    assert secret not in redact(line)


@pytest.mark.parametrize(
    "line",
    [
        "GET /people/1000123/ 200",
        "request 55f095e3ccb74fc2a5ee3034efa0c8f5 took 12 ms",
        "docket 20-555111-FC on 2026-11-21, telephone 517-555-0100",
    ],
)
def test_what_is_no_secret_stays(line):
    assert redact(line) == line


@pytest.fixture
def lines():
    """Everything that is logged, as the settings write it."""
    form = settings.LOGGING["formatters"]["line"]
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(import_string(form["()"])(form["format"]))
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield written
    root.removeHandler(handler)
    root.setLevel(level)


def test_a_whole_sign_in_leaves_no_secret_in_the_logs(lines, client, olivia):
    secret = codes.new_secret()
    codes.add_app(olivia, name="phone", secret=secret, code=codes.code_now(secret))
    CodeApp.objects.update(last_step=-1)
    sent = {"username": olivia.username, "accepts": current_notice().version}
    client.post(reverse("access:sign-in"), {**sent, "password": "wrong-guess-9"})
    client.post(reverse("access:sign-in"), {**sent, "password": PASSWORD})
    code = codes.code_now(secret)
    client.post(reverse("access:sign-in-code"), {"code": code})
    logging.getLogger("ots").warning("sent: %s", {"password": PASSWORD, "code": code})
    written = lines.getvalue()
    kept = client.cookies["sessionid"].value
    assert "sent:" in written
    assert [each for each in (PASSWORD, "wrong-guess-9", secret, kept) if each in written] == []


def test_a_traceback_is_redacted_too(lines):
    try:
        raise ValueError("could not take password=hunter22")
    except ValueError:
        logging.getLogger("ots").exception("It failed")
    assert "ValueError" in lines.getvalue()
    assert "hunter22" not in lines.getvalue()
