"""What a user was reminded of in the compact's work, and how he wants it."""

from django.db.models import QuerySet

from interstate.models import ReminderWish, SentReminder
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer


def reminders_of(viewer: Viewer) -> QuerySet[SentReminder]:
    """Return what the viewer was reminded of, the newest first, as far as he still reaches it."""
    rows = SentReminder.objects.filter(user=viewer.user).select_related(
        "obligation__case__person", "obligation__case__sending", "obligation__case__receiving"
    )
    return in_scope(viewer, rows, person="obligation__case__person")


def wants_digest(viewer: Viewer) -> bool:
    """Say whether the viewer is reminded of all at once each day."""
    return ReminderWish.objects.filter(user=viewer.user, is_digest=True).exists()
