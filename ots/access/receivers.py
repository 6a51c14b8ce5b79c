"""Sign-in, sign-out and failed sign-in go to the trail."""

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

from ots.access.models import User
from ots.audit.events import Event
from ots.audit.services import record


@receiver(user_logged_in, dispatch_uid="audit-sign-in")
def note_sign_in(user: User, **_: object) -> None:
    """Record who signed in."""
    record(Event.SIGNED_IN, actor=user, target=user)


@receiver(user_logged_out, dispatch_uid="audit-sign-out")
def note_sign_out(user: User | None, **_: object) -> None:
    """Record who signed out."""
    if user is not None:
        record(Event.SIGNED_OUT, actor=user, target=user)


@receiver(user_login_failed, dispatch_uid="audit-sign-in-failed")
def note_failed_sign_in(credentials: dict[str, str], **_: object) -> None:
    """Record the attempt with the name typed, never the password."""
    record(
        Event.SIGN_IN_FAILED,
        actor=None,
        details={"username": str(credentials.get("username", ""))[:150]},
    )
