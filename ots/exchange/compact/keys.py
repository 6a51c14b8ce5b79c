"""Keys by which other states' systems prove who they are: made, ended, recognised."""

from secrets import token_urlsafe
from typing import Final

from django.db import transaction
from django.utils import timezone

from interstate.models import Member
from ots.access.viewer import Viewer
from ots.audit.context import occasion
from ots.audit.events import Event as Trail
from ots.audit.services import JsonValue, record
from ots.exchange.models import CompactKey, digest_of

BYTES: Final = 32


class NoSuchKeyError(LookupError):
    """There is no such member or key; the message says what to do."""


@transaction.atomic
def make_key(viewer: Viewer, code: str) -> tuple[CompactKey, str]:
    """Make a key for a member; it is returned once, and only its digest is kept."""
    member = Member.objects.filter(pk=code, is_ours=False).first()
    if member is None:
        raise NoSuchKeyError(f"[{code}] is no other member of the compact.")
    key = token_urlsafe(BYTES)
    with occasion(Trail.COMPACT_KEY_CHANGED.name):
        made = CompactKey.objects.create(member=member, digest=digest_of(key))
    record(Trail.COMPACT_KEY_CHANGED, actor=viewer.user, target=made, details={"member": code})
    return made, key


@transaction.atomic
def end_key(viewer: Viewer, key_id: int) -> CompactKey:
    """End a key: from now on it opens nothing."""
    found = CompactKey.objects.filter(pk=key_id, ended_at=None).first()
    if found is None:
        raise NoSuchKeyError(f"No key [{key_id}] runs: see compact_messages keys.")
    with occasion(Trail.COMPACT_KEY_CHANGED.name):
        found.ended_at = timezone.now()
        found.save(update_fields=["ended_at"])
    ended: dict[str, JsonValue] = {"member": found.member_id, "ended": True}
    record(Trail.COMPACT_KEY_CHANGED, actor=viewer.user, target=found, details=ended)
    return found


def holder_of(key: str) -> str | None:
    """Return the member whose key it is; nothing where the key is none or was ended."""
    rows = CompactKey.objects.filter(digest=digest_of(key), ended_at=None)
    return rows.values_list("member", flat=True).first()
