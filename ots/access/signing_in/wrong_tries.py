"""Five wrong tries in a row within fifteen minutes lock an account until it is released (AC-7)."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone

from ots.access.models import User, WrongTries
from ots.audit.events import Event
from ots.audit.services import record

TRIES: Final = 5
WITHIN: Final = timedelta(minutes=15)


def is_locked(user: User) -> bool:
    """Say whether the account waits for an administrator."""
    return WrongTries.objects.filter(user=user, locked_at__isnull=False).exists()


@transaction.atomic
def note_wrong_try(user: User, *, now: datetime | None = None) -> None:
    """Count a wrong password or code; the fifth in a row within the time locks the account."""
    now = now or timezone.now()
    WrongTries.objects.get_or_create(user=user)
    tries = WrongTries.objects.select_for_update().get(user=user)
    recent = [each for each in tries.tried_at if now - each < WITHIN]
    tries.tried_at = [*recent, now][-TRIES:]
    if len(tries.tried_at) >= TRIES and tries.locked_at is None:
        tries.locked_at = now
        record(Event.ACCOUNT_LOCKED, actor=None, target=user)
    tries.save()


def forget_wrong_tries(user: User) -> None:
    """Begin to count anew after a try that was right; a lock stays."""
    WrongTries.objects.filter(user=user, locked_at__isnull=True).exclude(tried_at=[]).update(
        tried_at=[]
    )
