"""The night's work on accounts and sessions."""

from celery import shared_task
from django.core.management import call_command
from django.utils import timezone

from ots.access.accounts.keeping import close_left_alone
from ots.access.signing_in.kept_forms import remove_old
from ots.access.viewer import system_viewer


@shared_task
def look_after_accounts() -> dict[str, int]:
    """Close accounts left alone, and remove old sessions and forms nobody came back for."""
    closed = close_left_alone(system_viewer("the night's look at accounts"), now=timezone.now())
    call_command("clearsessions")
    return {**closed, "forms": remove_old()}
