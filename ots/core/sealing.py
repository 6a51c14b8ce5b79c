"""Texts that are sealed before they are stored: AES-256-GCM with a key that the database lacks."""

import base64
import hashlib
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

NONCE_BYTES = 12
_PURPOSE = b"ots sealed text"


class UnsealError(Exception):
    """None of the keys opens the text: it was changed, or its key is gone."""


def seal(text: str, *, about: str = "") -> str:
    """Return ``text`` sealed with the first key; it opens only with the same ``about``."""
    nonce = os.urandom(NONCE_BYTES)
    sealed = _ciphers()[0].encrypt(nonce, text.encode(), about.encode())
    return base64.urlsafe_b64encode(nonce + sealed).decode()


def unseal(sealed: str, *, about: str = "") -> str:
    """Return the text again; raises ``UnsealError`` when no key opens it."""
    raw = base64.urlsafe_b64decode(sealed.encode())
    for cipher in _ciphers():
        try:
            return cipher.decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], about.encode()).decode()
        except InvalidTag:
            continue
    raise UnsealError(f"No key of SEALING_KEYS opens this text about [{about}].")


def _ciphers() -> list[AESGCM]:
    return [AESGCM(_key(secret)) for secret in settings.SEALING_KEYS]


def _key(secret: str) -> bytes:
    return hashlib.blake2b(secret.encode(), person=_PURPOSE, digest_size=32).digest()
