"""Setting up a second factor: the secret of an app and the recovery codes, until both are seen."""

import json

from django.http import HttpRequest

from ots.access.models import User
from ots.access.signing_in import codes, recovery
from ots.core.sealing import UnsealError, seal, unseal

_SECRET = "new_app_secret"  # noqa: S105  the name of a place in the session, no secret
_CODES = "new_recovery_codes"


def secret_for(request: HttpRequest, user: User) -> str:
    """Return the secret of the app being set up; the same until it is."""
    kept = _opened(request, _SECRET, user)
    if kept is not None:
        return kept
    secret = codes.new_secret()
    request.session[_SECRET] = seal(secret, about=_about(user))
    return secret


def finish_app(request: HttpRequest) -> None:
    """Forget the secret: the app is set up."""
    request.session.pop(_SECRET, None)


def offer_codes(request: HttpRequest, user: User) -> None:
    """Make new recovery codes, to be shown until their owner has kept them."""
    made = json.dumps(recovery.make_codes(user))
    request.session[_CODES] = seal(made, about=_about(user))


def offered_codes(request: HttpRequest, user: User) -> list[str]:
    """Return the recovery codes to show; none once they are kept."""
    kept = _opened(request, _CODES, user)
    return [str(code) for code in json.loads(kept)] if kept else []


def codes_are_kept(request: HttpRequest) -> None:
    """Show the recovery codes no more."""
    request.session.pop(_CODES, None)


def _opened(request: HttpRequest, name: str, user: User) -> str | None:
    sealed = request.session.get(name)
    if sealed is None:
        return None
    try:
        return unseal(sealed, about=_about(user))
    except UnsealError:
        return None


def _about(user: User) -> str:
    return f"being set up by user {user.pk}"
