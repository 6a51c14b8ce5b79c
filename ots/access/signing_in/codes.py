"""Codes from an app (TOTP, RFC 6238): a new one each half minute, each counting once."""

import os
from base64 import b32encode
from urllib.parse import quote, urlencode

import segno
from django.db import transaction
from django.utils import timezone
from django_otp.oath import TOTP

from ots.access.models import CodeApp, User
from ots.audit.events import Event
from ots.audit.services import record
from ots.core.sealing import seal, unseal

ISSUER = "OTS"
SECRET_BYTES = 20
DIGITS = 6
# A code of the half minute before or after counts too: clocks differ.
STEPS_AROUND = 1
SCALE = 5


def new_secret() -> str:
    """Return a new secret, as hexadecimal digits."""
    return os.urandom(SECRET_BYTES).hex()


def typed_secret(secret: str) -> str:
    """Return the secret as people type it into an app that cannot read the picture."""
    letters = b32encode(bytes.fromhex(secret)).decode()
    return " ".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def picture(user: User, secret: str) -> str:
    """Return the QR code that apps read: an SVG picture as a data address."""
    told = urlencode({"secret": typed_secret(secret).replace(" ", ""), "issuer": ISSUER})
    address = f"otpauth://totp/{quote(f'{ISSUER}:{user.username}')}?{told}"
    drawn = segno.make(address, error="m")
    return str(drawn.svg_data_uri(scale=SCALE, border=4, light="#fff", encode_minimal=False))


def code_now(secret: str) -> str:
    """Return the code that an app shows at this moment."""
    return f"{TOTP(bytes.fromhex(secret), digits=DIGITS).token():0{DIGITS}d}"


def add_app(user: User, *, name: str, secret: str, code: str) -> CodeApp | None:
    """Keep the app once it has shown a right code; nothing is kept otherwise."""
    step = _step_of(secret, code, after=-1)
    if step is None:
        return None
    added = CodeApp.objects.create(
        user=user,
        name=name,
        sealed_secret=seal(secret, about=_about(user)),
        added_at=timezone.now(),
        last_step=step,
    )
    record(Event.FACTOR_ADDED, actor=user, target=added)
    return added


@transaction.atomic
def code_is_right(user: User, code: str) -> bool:
    """Say whether one of the user's apps shows this code; a code counts once."""
    for app in CodeApp.objects.select_for_update().filter(user=user):
        step = _step_of(unseal(app.sealed_secret, about=_about(user)), code, after=app.last_step)
        if step is not None:
            app.last_step, app.last_used_at = step, timezone.now()
            app.save(update_fields=["last_step", "last_used_at"])
            return True
    return False


def _step_of(secret: str, code: str, *, after: int) -> int | None:
    digits = code.replace(" ", "")
    if len(digits) != DIGITS or not digits.isascii() or not digits.isdigit():
        return None
    totp = TOTP(bytes.fromhex(secret), digits=DIGITS)
    right = totp.verify(int(digits), tolerance=STEPS_AROUND, min_t=after + 1)
    return int(totp.t()) if right else None


def _about(user: User) -> str:
    return f"code app of user {user.pk}"
