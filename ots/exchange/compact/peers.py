"""Which other states exchange messages with this system, and where each is found."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

BY_HAND = "hand"


@dataclass(frozen=True, slots=True)
class Peer:
    """Another state's system."""

    code: str
    place: str

    @property
    def folder(self) -> Path | None:
        """Where its messages lie, if they go by folder: ``out`` for it, ``in`` from it."""
        return Path(self.place) if self.place.startswith("/") else None

    @property
    def address(self) -> str:
        """Where its messages are posted, if they go over the network."""
        return self.place if self.place.startswith("https://") else ""

    def token(self) -> str:
        """Return what proves to the address who sends; empty where none is configured."""
        file = settings.COMPACT_TOKENS.get(self.code)
        return Path(file).read_text(encoding="utf-8").strip() if file else ""


def peers() -> dict[str, Peer]:
    """Return the states that exchange messages, by postal code."""
    return {code: _peer(code, place) for code, place in settings.COMPACT_PEERS.items()}


def _peer(code: str, place: str) -> Peer:
    made = Peer(code, place)
    if not (made.folder or made.address or place == BY_HAND):
        raise ImproperlyConfigured(
            f"[COMPACT_PEERS] names [{place}] for [{code}]: give a folder that begins with /, an "
            f"https address, or {BY_HAND}."
        )
    return made
