"""The providers offered on the sign-in page, and what each says about itself."""

import hashlib
import os
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

import requests
from django.core.cache import cache

from ots.access.federation.errors import FederationError
from ots.access.models import SignInProvider

SECONDS_TO_ANSWER: Final = 10
SECONDS_REMEMBERED: Final = 300
LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Description:
    """Where a provider is asked: from its own discovery document."""

    authorization: str
    token: str
    keys: str


def offered_providers() -> list[SignInProvider]:
    """Return the providers in use, by name."""
    return list(SignInProvider.objects.filter(is_active=True))


def provider_by_key(key: str) -> SignInProvider | None:
    """Return the provider in use under the key."""
    return SignInProvider.objects.filter(key=key, is_active=True).first()


def client_secret(provider: SignInProvider) -> str:
    """Return the secret that the environment holds for the provider; empty where none is used."""
    if not provider.secret_variable:
        return ""
    secret = os.environ.get(provider.secret_variable)
    if secret is None:
        raise FederationError(
            f"The environment variable [{provider.secret_variable}] of [{provider}] is not set."
        )
    return secret


def describe(provider: SignInProvider) -> Description:
    """Return where the provider is asked; it must name itself as we know it."""
    told = read_json(f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration")
    if str(told.get("issuer", "")).rstrip("/") != provider.issuer.rstrip("/"):
        raise FederationError(f"[{provider}] calls itself [{told.get('issuer')}].")
    places = [told.get(f"{name}_endpoint") for name in ("authorization", "token")]
    found = [str(place) for place in [*places, told.get("jwks_uri")] if place]
    if len(found) < len(places) + 1:
        raise FederationError(f"The description of [{provider}] lacks an address.")
    return Description(*(_secure(address) for address in found))


def read_json(address: str, *, anew: bool = False) -> dict[str, object]:
    """Return a document of the provider's, remembered for some minutes."""
    place = f"provider-{hashlib.sha256(address.encode()).hexdigest()}"
    known = None if anew else cache.get(place)
    if isinstance(known, dict):
        return known
    try:
        answer = requests.get(_secure(address), timeout=SECONDS_TO_ANSWER, allow_redirects=False)
        answer.raise_for_status()
        told = answer.json()
    except (requests.RequestException, ValueError) as error:
        raise FederationError(f"[{address}] does not answer as it should: {error}") from error
    if not isinstance(told, dict):
        raise FederationError(f"[{address}] does not answer with an object.")
    cache.set(place, told, SECONDS_REMEMBERED)
    return told


def _secure(address: str) -> str:
    parts = urlsplit(address)
    if parts.scheme != "https" and parts.hostname not in LOOPBACK:
        raise FederationError(f"[{address}] is not an https address.")
    return address
