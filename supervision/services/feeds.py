"""Word from a feed: what it tells of is known again, until it is silent for too long."""

from datetime import datetime

from django.db import transaction

from supervision.models import SyncState


class UnknownFeedError(Exception):
    """No feed has this name; the message lists those there are."""


@transaction.atomic
def hear(feed: str, *, at: datetime) -> SyncState:
    """Note that a feed was heard; an earlier word than the last changes nothing.

    From then on what it would tell of is unknown once it is silent for longer than it may be; a
    silence that was noted by hand is over. Raises ``UnknownFeedError``.
    """
    row = SyncState.objects.select_for_update().filter(feed=feed).first()
    if row is None:
        known = ", ".join(SyncState.objects.values_list("feed", flat=True).order_by("feed"))
        raise UnknownFeedError(f"[{feed}] is no feed: choose one of {known}.")
    if row.last_heard_at is None or at > row.last_heard_at:
        row.last_heard_at = at
        if row.silent_since is not None and row.silent_since <= at:
            row.silent_since = None
        row.save(update_fields=["last_heard_at", "silent_since"])
    return row
