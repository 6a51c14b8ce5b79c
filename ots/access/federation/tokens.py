"""Reading a provider's ID token: signed by its key, meant for us, fresh, and for this errand."""

from hmac import compare_digest
from typing import Final

import jwt

from ots.access.federation.errors import FederationError
from ots.access.federation.providers import read_json
from ots.access.models import SignInProvider

# Public-key signatures only: a shared secret could be used to make tokens on our side.
ALGORITHMS: Final = ["RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA"]
REQUIRED: Final = ["iss", "sub", "aud", "exp", "iat", "nonce"]
SECONDS_OF_LEEWAY: Final = 30


def checked_claims(
    provider: SignInProvider, keys_address: str, *, token: str, nonce: str
) -> dict[str, object]:
    """Return what the token says; raises ``FederationError`` when anything does not hold."""
    try:
        claims: dict[str, object] = jwt.decode(
            token,
            _key_of(token, keys_address),
            algorithms=ALGORITHMS,
            audience=provider.client_id,
            issuer=[provider.issuer, provider.issuer.rstrip("/")],
            leeway=SECONDS_OF_LEEWAY,
            options={"require": REQUIRED},
        )
    except jwt.PyJWTError as error:
        raise FederationError(f"The token of [{provider}] does not hold: {error}") from error
    if not compare_digest(str(claims["nonce"]).encode(), nonce.encode()):
        raise FederationError(f"The token of [{provider}] was made for another errand.")
    if claims.get("azp", provider.client_id) != provider.client_id:
        raise FederationError(f"The token of [{provider}] was given to another application.")
    return claims


def _key_of(token: str, keys_address: str) -> jwt.PyJWK:
    named = jwt.get_unverified_header(token).get("kid")
    for anew in (False, True):
        # Asked anew once: providers change their keys.
        keys = jwt.PyJWKSet.from_dict(read_json(keys_address, anew=anew)).keys
        for key in keys:
            if named is None or key.key_id == named:
                return key
    raise FederationError("The token names a key that its provider does not publish.")
