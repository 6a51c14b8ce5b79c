"""Proving again who one is, with one of the means that the account has."""

from dataclasses import dataclass

from django.http import HttpRequest

from ots.access.models import User
from ots.access.signing_in import codes, passkeys
from ots.access.signing_in.wrong_tries import forget_wrong_tries, is_locked, note_wrong_try
from ots.audit.events import Event
from ots.audit.models import Outcome
from ots.audit.services import record


@dataclass(frozen=True, slots=True)
class Proof:
    """What was given to prove it; one of the three."""

    password: str = ""
    code: str = ""
    # The browser's answer for a passkey.
    credential: str = ""


def is_proved(request: HttpRequest, user: User, proof: Proof) -> bool:
    """Say whether the proof is the user's; a wrong one counts toward the lock of the account."""
    right = _matches(request, user, proof)
    if right and not is_locked(user):
        forget_wrong_tries(user)
        return True
    note_failure(user, step="locked session")
    return False


def note_failure(user: User, *, step: str) -> None:
    """Count a wrong try, and write it in the trail with the step where it was made."""
    note_wrong_try(user)
    record(
        Event.SIGN_IN_FAILED,
        actor=None,
        target=user,
        details={"step": step, "username": user.username},
        outcome=Outcome.DENIED,
    )


def _matches(request: HttpRequest, user: User, proof: Proof) -> bool:
    if proof.credential:
        return passkeys.user_of_proof(request, proof.credential) == user
    if proof.code:
        return codes.code_is_right(user, proof.code)
    return bool(proof.password) and user.check_password(proof.password)
