"""What only the keys of ``SEALING_KEYS`` can make: hashes that cannot be guessed, signatures."""

import hashlib
import hmac

from django.conf import settings

SHORT = 32


def keyed_hash(text: str, *, purpose: str) -> str:
    """Return a short hash of the text by the newest key."""
    return _digest(settings.SEALING_KEYS[0], text.encode(), purpose)[:SHORT]


def keyed_hashes(text: str, *, purpose: str) -> list[str]:
    """Return the hash of the text by each key, to find what older keys wrote."""
    return [_digest(key, text.encode(), purpose)[:SHORT] for key in settings.SEALING_KEYS]


def sign(content: bytes, *, purpose: str) -> str:
    """Return the signature of the content by the newest key."""
    return _digest(settings.SEALING_KEYS[0], content, purpose)


def is_signed(content: bytes, signature: str, *, purpose: str) -> bool:
    """Say whether one of the keys made the signature."""
    return any(
        hmac.compare_digest(_digest(key, content, purpose), signature)
        for key in settings.SEALING_KEYS
    )


def _digest(key: str, content: bytes, purpose: str) -> str:
    derived = hmac.new(key.encode(), f"ots.audit.{purpose}".encode(), hashlib.sha256).digest()
    return hmac.new(derived, content, hashlib.sha256).hexdigest()
