"""Sign-out and a wrong password go to the trail; sign-in is recorded where a session begins."""

from django.contrib.auth.signals import user_logged_out, user_login_failed
from django.dispatch import receiver

from ots.access.models import User
from ots.access.signing_in.wrong_tries import note_wrong_try
from ots.audit.events import Event
from ots.audit.models import Outcome
from ots.audit.services import record


@receiver(user_logged_out, dispatch_uid="audit-sign-out")
def note_sign_out(user: User | None, **_: object) -> None:
    """Record who signed out."""
    if user is not None:
        record(Event.SIGNED_OUT, actor=user, target=user)


@receiver(user_login_failed, dispatch_uid="audit-sign-in-failed")
def note_failed_sign_in(credentials: dict[str, str], **_: object) -> None:
    """Record the attempt with the name typed, never the password, and count it."""
    username = str(credentials.get("username", ""))[:150]
    record(
        Event.SIGN_IN_FAILED,
        actor=None,
        details={"step": "password", "username": username},
        outcome=Outcome.DENIED,
    )
    user = User.objects.filter(username=username).first()
    if user is not None:
        note_wrong_try(user)
