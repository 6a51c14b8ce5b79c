"""What a person holds while signing in: an app that makes codes, and a device with a passkey."""

import re
from base64 import b32decode
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

from ots.access.signing_in import codes


def secret_on(page: Page) -> str:
    """Return the secret that the page shows for typing into an app, as hexadecimal digits."""
    page.get_by_text("The app cannot scan?").click()
    shown = page.locator("details .ots-number").inner_text()
    return b32decode(re.sub(r"\s", "", shown)).hex()


def code_of(secret: str) -> str:
    """Return what the app shows now."""
    return codes.code_now(secret)


@contextmanager
def device(page: Page) -> Iterator[None]:
    """Plug in a device that keeps passkeys and checks its owner's finger."""
    wire = page.context.new_cdp_session(page)
    wire.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    plugged = wire.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    try:
        yield
    finally:
        wire.send("WebAuthn.removeVirtualAuthenticator", plugged)
