"""Recovery codes: printed once, each good for one sign-in when the phone or passkey is lost."""

import secrets

from django.db import transaction
from django.utils import timezone

from ots.access.models import RecoveryCode, User
from ots.audit.events import Event
from ots.audit.secrets import keyed_hash, keyed_hashes
from ots.audit.services import record

CODES = 10
# Letters and digits that nobody takes for another.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, GROUP = 3, 5
PURPOSE = "recovery code"


@transaction.atomic
def make_codes(user: User) -> list[str]:
    """Return a new set of codes, told this once; those of earlier sets stop working."""
    RecoveryCode.objects.filter(user=user, used_at__isnull=True).delete()
    codes = [_new_code() for _ in range(CODES)]
    now = timezone.now()
    RecoveryCode.objects.bulk_create(
        RecoveryCode(user=user, digest=keyed_hash(_told(user, code), purpose=PURPOSE), made_at=now)
        for code in codes
    )
    record(Event.RECOVERY_CODES_MADE, actor=user, target=user)
    return codes


@transaction.atomic
def use_code(user: User, typed: str) -> bool:
    """Use a code up; false when there is no such unused code."""
    digests = keyed_hashes(_told(user, typed), purpose=PURPOSE)
    unused = RecoveryCode.objects.filter(user=user, digest__in=digests, used_at__isnull=True)
    if not unused.update(used_at=timezone.now()):
        return False
    record(Event.RECOVERY_CODE_USED, actor=user, target=user, details={"left": codes_left(user)})
    return True


def codes_left(user: User) -> int:
    """Return how many codes are still good."""
    return RecoveryCode.objects.filter(user=user, used_at__isnull=True).count()


def _new_code() -> str:
    letters = [secrets.choice(ALPHABET) for _ in range(GROUPS * GROUP)]
    return "-".join("".join(letters[at : at + GROUP]) for at in range(0, len(letters), GROUP))


def _told(user: User, code: str) -> str:
    plain = "".join(letter for letter in code.lower() if letter.isalnum())
    return f"{user.pk}: {plain}"
