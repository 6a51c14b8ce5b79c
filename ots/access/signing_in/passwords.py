"""The rules for passwords: eight characters, none that is known; length and nothing else (IA-5)."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ots.access.models import SignInSession, User
from ots.access.models.session import EndReason
from ots.access.signing_in.sessions import end_sessions, open_sessions
from ots.audit.events import Event
from ots.audit.services import record


class BannedPasswordValidator:
    """Refuses passwords of our own list; the larger list of common ones is Django's."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raise when the password, however it is written, is on the list."""
        if _plain(password) in banned(Path(settings.BANNED_PASSWORDS)):
            raise ValidationError(
                "This password is on the list of those that are guessed first. Choose another.",
                code="password_banned",
            )

    def get_help_text(self) -> str:
        """Say what is asked."""
        return "Not a password that is guessed first."


@cache
def banned(file: Path) -> frozenset[str]:
    """Return the banned passwords of the file: one a line, lines with # are remarks."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return frozenset(_plain(line) for line in lines if line.strip() and not line.startswith("#"))


@transaction.atomic
def choose_password(user: User, password: str, *, keep: SignInSession | None = None) -> None:
    """Set the password the user chose himself; his other sessions end."""
    user.set_password(password)
    user.password_chosen_at = timezone.now()
    user.save(update_fields=["password", "password_chosen_at"])
    record(Event.PASSWORD_CHANGED, actor=user, target=user)
    others = [each for each in open_sessions(user) if keep is None or each.pk != keep.pk]
    end_sessions(others, EndReason.PASSWORD_CHANGED, actor=user)


def _plain(password: str) -> str:
    return "".join(password.lower().split())
