"""Asking a provider who somebody is: the way there, and what comes back."""

import hashlib
import secrets
from base64 import urlsafe_b64encode
from dataclasses import asdict, dataclass
from hmac import compare_digest
from urllib.parse import quote, urlencode

import requests
from django.http import HttpRequest

from ots.access.federation.errors import FederationError
from ots.access.federation.providers import (
    SECONDS_TO_ANSWER,
    client_secret,
    describe,
)
from ots.access.federation.tokens import checked_claims
from ots.access.models import ProviderIdentity, SignInProvider, User

_KEY = "sign_in_with"
BYTES = 32


@dataclass(frozen=True, slots=True)
class Errand:
    """What we sent along, to be compared with what comes back."""

    provider_id: int
    state: str
    nonce: str
    verifier: str
    notice: str
    next_page: str


@dataclass(frozen=True, slots=True)
class Vouched:
    """Whom the provider vouches for, and whether with a second factor."""

    user: User
    has_second_factor: bool
    errand: Errand


def way_there(
    request: HttpRequest,
    provider: SignInProvider,
    *,
    back_to: str,
    notice: str,
    next_page: str,
) -> str:
    """Return the provider's address to go to, and remember the errand in the session."""
    errand = Errand(
        provider_id=provider.pk,
        state=secrets.token_urlsafe(BYTES),
        nonce=secrets.token_urlsafe(BYTES),
        verifier=secrets.token_urlsafe(BYTES),
        notice=notice,
        next_page=next_page,
    )
    request.session[_KEY] = asdict(errand)
    asked = {
        "response_type": "code",
        "scope": "openid",
        "client_id": provider.client_id,
        "redirect_uri": back_to,
        "state": errand.state,
        "nonce": errand.nonce,
        "code_challenge": _challenge(errand.verifier),
        "code_challenge_method": "S256",
    }
    if provider.second_factor_acr:
        asked["acr_values"] = " ".join(provider.second_factor_acr)
    return f"{describe(provider).authorization}?{urlencode(asked)}"


def come_back(request: HttpRequest, provider: SignInProvider, *, back_to: str) -> Vouched:
    """Return whom the provider vouches for; raises ``FederationError`` when it does not hold."""
    kept = request.session.pop(_KEY, None)
    if kept is None or kept["provider_id"] != provider.pk:
        raise FederationError("Nobody was sent to this provider from this browser.")
    errand = Errand(**kept)
    if not compare_digest(errand.state.encode(), request.GET.get("state", "").encode()):
        raise FederationError("The state that came back is not the one that was sent.")
    code = request.GET.get("code")
    if not code:
        raise FederationError(f"The provider answered [{request.GET.get('error', 'nothing')}].")
    claims = checked_claims(
        provider,
        describe(provider).keys,
        token=_token(provider, code, errand, back_to),
        nonce=errand.nonce,
    )
    return Vouched(
        user=_known_user(provider, str(claims["sub"])),
        has_second_factor=_tells_second_factor(provider, claims),
        errand=errand,
    )


def _token(provider: SignInProvider, code: str, errand: Errand, back_to: str) -> str:
    sent = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": back_to,
        "client_id": provider.client_id,
        "code_verifier": errand.verifier,
    }
    secret = client_secret(provider)
    known_by = (quote(provider.client_id, safe=""), quote(secret, safe="")) if secret else None
    try:
        answer = requests.post(
            describe(provider).token,
            data=sent,
            auth=known_by,
            timeout=SECONDS_TO_ANSWER,
            allow_redirects=False,
        )
        answer.raise_for_status()
        return str(answer.json()["id_token"])
    except (requests.RequestException, ValueError, KeyError, TypeError) as error:
        raise FederationError(f"[{provider}] gave no token: {error!r}") from error


def _known_user(provider: SignInProvider, subject: str) -> User:
    found = ProviderIdentity.objects.select_related("user").filter(
        provider=provider, subject=subject, user__is_active=True
    )
    identity = found.first()
    if identity is None:
        raise FederationError(f"Nobody here is known to [{provider}] under that subject.")
    return identity.user


def _tells_second_factor(provider: SignInProvider, claims: dict[str, object]) -> bool:
    used = claims.get("amr")
    methods = {str(each) for each in used} if isinstance(used, list) else set()
    return str(claims.get("acr", "")) in provider.second_factor_acr or bool(
        methods & set(provider.second_factor_amr)
    )


def _challenge(verifier: str) -> str:
    digest = hashlib.sha256(verifier.encode()).digest()
    return urlsafe_b64encode(digest).rstrip(b"=").decode()
